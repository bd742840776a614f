/*
 * Stands between a program and the disk, to try what a test cannot wait for: a power cut, a failing disk, a clock that
 * is set. Loaded with LD_PRELOAD. It is told what to do by the environment and by a page of memory shared with the test.
 *
 * SHIM_ROOT     the folder that is looked at; nothing else is touched
 * SHIM_SHADOW   a folder for what would survive a power cut of the first; without it files go to the disk as ever
 * SHIM_CONTROL  the file whose first page holds `struct control`
 *
 * What survives, as POSIX promises it and no more: the bytes of a file as they were when fsync or fdatasync last
 * succeeded on it, and the names in a folder (made, moved, removed) as they were when fsync last succeeded on the
 * folder. A file is known by its inode and its birth, a folder by its inode: a name that survives leads to whatever of
 * its file does. What lies there when the program starts has survived already: it is kept before the program's first
 * line, and `begun` is made in the shadow when all of it is. A program killed before that has changed nothing, and what
 * is kept by then is half a copy. While an fsync is under way its bytes arrive in any order, as on a disk; a folder's
 * names arrive all at once, as in a journal.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

struct control {
  int64_t clock_offset_ms;
  /* The fsync that fails: 1 is the next, 0 none. */
  int64_t fsync_countdown;
  int64_t fsync_errno;
  int64_t write_countdown;
  int64_t write_errno;
  /* How many were counted, so that a test sees that it tried something. */
  int64_t fsyncs;
  int64_t writes;
  /* Counted and failed are only files whose path ends so. */
  char only[64];
};

static struct control unused;
static struct control *control = &unused;
static const char *root, *shadow;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char copied[1 << 16], there[1 << 16];

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static int is_under_root(const char *path) {
  size_t length = strlen(root);
  return strncmp(path, root, length) == 0 && (path[length] == '/' || path[length] == 0);
}

/* The path behind a descriptor, if it is one of those that are looked at. */
static int looked_at(int fd, char *path) {
  if (!root) return 0;
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return is_under_root(path);
}

static void name_of(const char *path, int fd, char *name, size_t size) {
  struct statx seen;
  memset(&seen, 0, sizeof seen);
  int found = path ? statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, STATX_INO | STATX_BTIME, &seen)
                   : statx(fd, "", AT_EMPTY_PATH, STATX_INO | STATX_BTIME, &seen);
  if (found != 0) { name[0] = 0; return; }
  snprintf(name, size, "%llu-%lld%09u", (unsigned long long)seen.stx_ino, (long long)seen.stx_btime.tv_sec,
           seen.stx_btime.tv_nsec);
}

/* A file: what differs is copied, since a log of megabytes grows by kilobytes. */
static void keep_bytes(int fd, const char *path) {
  char name[64], kept[PATH_MAX];
  name_of(NULL, fd, name, sizeof name);
  snprintf(kept, sizeof kept, "%s/files/%s", shadow, name);
  int to = open(kept, O_RDWR | O_CREAT, 0600), from = fd;
  if (to < 0) { fprintf(stderr, "shim: cannot keep %s\n", path); _exit(99); }
  /* Never opened a second time where that can be helped: closing it again would give up SQLite's locks. */
  if (pread(fd, copied, 1, 0) < 0 && errno == EBADF) from = open(path, O_RDONLY);
  off_t at = 0;
  for (ssize_t got; (got = pread(from, copied, sizeof copied, at)) > 0; at += got)
    if (pread(to, there, got, at) != got || memcmp(copied, there, got) != 0) REAL(pwrite64)(to, copied, got, at);
  if (ftruncate(to, at) != 0) _exit(99);
  if (from != fd) close(from);
  close(to);
}

/* A folder: the names in it, each with its kind and its file. */
static void keep_names(const char *path) {
  struct stat seen;
  if (stat(path, &seen) != 0) return;
  char kept[PATH_MAX], draft[PATH_MAX];
  snprintf(kept, sizeof kept, "%s/folders/%llu", shadow, (unsigned long long)seen.st_ino);
  snprintf(draft, sizeof draft, "%s/draft", shadow);
  FILE *list = fopen(draft, "w");
  DIR *folder = opendir(path);
  if (!list || !folder) _exit(99);
  for (struct dirent *entry; (entry = readdir(folder));) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    char whole[PATH_MAX + NAME_MAX + 2], name[64];
    snprintf(whole, sizeof whole, "%s/%s", path, entry->d_name);
    struct stat one;
    if (lstat(whole, &one) != 0) continue;
    if (S_ISDIR(one.st_mode)) snprintf(name, sizeof name, "%llu", (unsigned long long)one.st_ino);
    else name_of(whole, -1, name, sizeof name);
    fprintf(list, "%s %s %s\n", S_ISDIR(one.st_mode) ? "folder" : "file", name, entry->d_name);
  }
  closedir(folder);
  fclose(list);
  if (rename(draft, kept) != 0) _exit(99);
}

static int keep_at_start(const char *path, const struct stat *seen, int kind, struct FTW *depth) {
  (void)seen, (void)depth;
  if (kind == FTW_D) { keep_names(path); return 0; }
  int fd = open(path, O_RDONLY);
  if (fd >= 0) { keep_bytes(fd, path); close(fd); }
  return 0;
}

/* Once for a shadow: what a program that this one starts finds there may not have survived. */
static void keep_all(void) {
  char begun[PATH_MAX];
  snprintf(begun, sizeof begun, "%s/begun", shadow);
  if (access(begun, F_OK) == 0) return;
  int fd = nftw(root, keep_at_start, 16, FTW_PHYS) == 0 ? open(begun, O_WRONLY | O_CREAT, 0600) : -1;
  if (fd < 0) { fprintf(stderr, "shim: cannot keep what lies in %s\n", root); _exit(99); }
  close(fd);
}

__attribute__((constructor)) static void begin(void) {
  root = getenv("SHIM_ROOT");
  shadow = getenv("SHIM_SHADOW");
  const char *shared = getenv("SHIM_CONTROL");
  int fd = shared ? open(shared, O_RDWR) : -1;
  if (fd >= 0) {
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (page != MAP_FAILED) control = page;
    close(fd);
  }
  if (root && shadow) keep_all();
}

/* Counts down, and says whether this is the one that fails. */
static int fails(const char *path, int64_t *countdown, int64_t *counted) {
  size_t length = strlen(path), ending = strlen(control->only);
  if (ending > length || strcmp(path + length - ending, control->only) != 0) return 0;
  __atomic_add_fetch(counted, 1, __ATOMIC_SEQ_CST);
  int64_t left = __atomic_load_n(countdown, __ATOMIC_SEQ_CST);
  return left > 0 && __atomic_sub_fetch(countdown, 1, __ATOMIC_SEQ_CST) == 0;
}

static int synced(int fd, int (*sync)(int)) {
  char path[PATH_MAX];
  if (!looked_at(fd, path)) return sync(fd);
  if (fails(path, &control->fsync_countdown, &control->fsyncs)) {
    errno = (int)control->fsync_errno;
    return -1;
  }
  if (!shadow) return sync(fd);
  pthread_mutex_lock(&lock);
  struct stat seen;
  if (fstat(fd, &seen) == 0 && S_ISDIR(seen.st_mode)) keep_names(path);
  else keep_bytes(fd, path);
  pthread_mutex_unlock(&lock);
  return 0;
}

int fsync(int fd) { return synced(fd, REAL(fsync)); }
int fdatasync(int fd) { return synced(fd, REAL(fdatasync)); }

/* These make nothing safe that we rely on; whoever begins to use them here must teach this file first. */
int sync_file_range(int fd, off64_t from, off64_t bytes, unsigned flags) {
  char path[PATH_MAX];
  if (looked_at(fd, path)) { fprintf(stderr, "shim: sync_file_range is not modelled\n"); _exit(99); }
  return REAL(sync_file_range)(fd, from, bytes, flags);
}

static int write_fails(int fd) {
  if (!root || __atomic_load_n(&control->write_countdown, __ATOMIC_SEQ_CST) <= 0) return 0;
  char path[PATH_MAX];
  if (!looked_at(fd, path) || !fails(path, &control->write_countdown, &control->writes)) return 0;
  errno = (int)control->write_errno;
  return 1;
}

ssize_t write(int fd, const void *bytes, size_t size) { return write_fails(fd) ? -1 : REAL(write)(fd, bytes, size); }
ssize_t writev(int fd, const struct iovec *parts, int count) {
  return write_fails(fd) ? -1 : REAL(writev)(fd, parts, count);
}
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) {
  return write_fails(fd) ? -1 : REAL(pwrite64)(fd, bytes, size, at);
}

/* The wall's clock only: what counts how long something takes goes on as ever. */
int clock_gettime(clockid_t which, struct timespec *time) {
  int result = REAL(clock_gettime)(which, time);
  if (result != 0 || (which != CLOCK_REALTIME && which != CLOCK_REALTIME_COARSE)) return result;
  int64_t ns = time->tv_nsec + (control->clock_offset_ms % 1000) * 1000000;
  time->tv_sec += control->clock_offset_ms / 1000 + ns / 1000000000 - (ns < 0);
  time->tv_nsec = (ns + 1000000000) % 1000000000;
  return 0;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  (void)zone;
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  time->tv_sec = now.tv_sec;
  time->tv_usec = now.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *kept) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (kept) *kept = now.tv_sec;
  return now.tv_sec;
}
