#!/usr/bin/env python3
"""Check an evidence log: was anything in it changed, taken out or put in?

    python3 verify.py FILE [--partial] [--head HASH]

FILE         a downloaded evidence.jsonl
--partial    a proof about one story: the texts of others may be left out
--head HASH  a hash that somebody noted earlier; it must still be in the log

Ends with 0 where all is well, with 1 where something does not fit, with 2 where the
file cannot be read or is no log. The rules are in evidence.md, "To check a log".
"""
import argparse, hashlib, json, re, sys
from typing import Dict, Optional

START = "0" * 64  # stands for "the hash of the line before" on the first line
NULL = type(None)
MEMBERS = {"number": (int,), "at": (str,), "key": (str,), "commitment": (str, NULL), "hash": (str,)}
faults = 0

def fault(sentence: str) -> None:
    global faults
    faults += 1
    if faults <= 20:  # more are only counted
        print(sentence, file=sys.stderr)

def sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()

def read_line(raw: bytes, where: str) -> dict:
    """Turn a line of the file into its members; a ValueError says why it is none of a log."""
    try:
        line = json.loads(raw.decode("utf-8"))
        json.dumps(line, ensure_ascii=False).encode("utf-8")  # half a character has no hash
    except (ValueError, RecursionError):
        raise ValueError(f"{where} is not JSON in UTF-8, or breaks off in the middle.")
    if type(line) is not dict:
        raise ValueError(f"{where} is not a JSON object.")
    for name, kinds in MEMBERS.items():
        if name not in line or type(line[name]) not in kinds:
            raise ValueError(f"{where}: the member '{name}' is missing or of the wrong type.")
    if (type(line.get("salt")), type(line.get("content"))) not in ((str, str), (NULL, NULL)):
        raise ValueError(f"{where}: 'salt' and 'content' must both be texts, or neither be there.")
    return line

def verify(path: str, partial: bool, head: Optional[str]) -> None:
    lines, texts, number, previous = 0, 0, 0, START
    head_found = head in (None, START)  # the start comes before every log
    missing: Dict[str, int] = {}  # key -> its last line, if a text should be there and is not
    with open(path, "rb") as file:
        for lines, raw in enumerate(file, 1):
            where = f"Line {lines}"
            line = read_line(raw, where)
            at, key, commitment = line["at"], line["key"], line["commitment"]
            salt, content = line.get("salt"), line.get("content")
            hashed = "-" if commitment is None else commitment
            # A line feed in a member, or "-" as a commitment, would give two different lines one hash.
            if "\n" in at + key or not (commitment is None or re.fullmatch("[0-9a-f]{64}", commitment)):
                fault(f"{where}: 'at' or 'key' has a line feed, or 'commitment' is not 64 hexadecimal digits.")
            if line["number"] != number + 1:  # rule 1
                fault(f"{where} has the number {line['number']}, but {number + 1} should follow.")
            if line["hash"] != sha256(f"{previous}\n{line['number']}\n{at}\n{key}\n{hashed}\n"):  # rule 2
                fault(f"{where}: the hash does not follow from this line and the hash before.")
            # From here we go by what the line says, so that one fault is not told again on every line.
            number, previous = line["number"], line["hash"]
            head_found = head_found or head == previous  # rule 5
            missing.pop(key, None)  # rule 4: only the last line of a key counts
            if content is not None:
                texts += 1
                # Rule 3. Without its fixed length nobody knows where the salt ends and the text begins.
                if not re.fullmatch("[0-9a-f]{32}", salt) or commitment != sha256(salt + content):
                    fault(f"{where}: the text or salt of {key!r} does not fit the commitment.")
            elif commitment is not None and not partial:
                missing[key] = lines
    for key, last in missing.items():
        fault(f"Line {last}: the text of {key!r} is missing, though it was not taken back.")
    if not head_found:
        fault(f"The noted hash {head!r} is not that of any line.")
    if not faults:
        print(f"The log fits.\nlines: {lines}\ntexts: {texts}\nhead:  {previous}")

def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--partial", action="store_true")
    parser.add_argument("--head", metavar="HASH")
    options = parser.parse_args()
    try:
        verify(options.file, options.partial, options.head)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        print(f"No evidence log could be read from {options.file!r}: {reason}", file=sys.stderr)
        return 2
    if faults:
        print(f"The log does not fit; faults: {faults} (at most 20 are shown).", file=sys.stderr)
    return 1 if faults else 0

if __name__ == "__main__":
    sys.exit(main())
