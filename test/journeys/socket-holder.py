"""Holds a listening socket and passes it to a program as systemd does: as handle 3, with LISTEN_FDS and LISTEN_PID.

Prints the port, then "started" for each start. A line "restart" on the input ends the program with SIGTERM, waits for it,
prints "ended" with its exit code, and starts it again. The end of the input ends both.
"""
import os
import signal
import socket
import sys

LISTENING = 3


def start(words):
    child = os.fork()
    if child == 0:
        os.environ["LISTEN_FDS"] = "1"
        os.environ["LISTEN_PID"] = str(os.getpid())
        os.execvp(words[0], words)
    print("started", flush=True)
    return child


def end(child):
    os.kill(child, signal.SIGTERM)
    _, status = os.waitpid(child, 0)
    print("ended", os.waitstatus_to_exitcode(status), flush=True)


held = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
held.bind(("127.0.0.1", 0))
held.listen(512)
print(held.getsockname()[1], flush=True)
os.dup2(held.fileno(), LISTENING)
os.set_inheritable(LISTENING, True)
running = start(sys.argv[1:])
for line in sys.stdin:
    if line.strip() == "restart":
        end(running)
        running = start(sys.argv[1:])
end(running)
