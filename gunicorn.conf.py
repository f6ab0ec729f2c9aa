"""How gunicorn serves the portal, on one machine and in production alike (it reads this file by itself)."""

import os
import signal
from pathlib import Path

from alliantie.kern.processen import sterf_met_ouder

workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True
timeout = 60
graceful_timeout = 3
keepalive = 5
loglevel = "warning"
control_socket_disable = True
# The heartbeat must not wait for a slow disk.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None


def post_fork(server, worker):
    """Let no worker outlive the master: it would keep the port."""
    sterf_met_ouder(signal.SIGKILL, worker.ppid)
