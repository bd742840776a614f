export const ui = {
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  remove: 'Remove',
  optional: 'optional',
  more: 'Show more',
  copy: 'Copy',
  copied: 'Copied',
  search: 'Search',
  none: 'None',
  newestFirst: 'newest first',
}
