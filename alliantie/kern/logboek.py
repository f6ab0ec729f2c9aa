"""What may stand in the log: never a link that opens something."""

import logging
import re

# A part of a path that looks like a token of ``inzendingen.toegang``; the name of a file has a dot behind it.
LINK_IN_PAD = re.compile(r"/[A-Za-z0-9_-]{32}(?![A-Za-z0-9_.-])")


class ZonderLinks(logging.Filter):
    """Blot out the links of people without an account: who has the log must not get in with it."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = LINK_IN_PAD.sub("/…", record.getMessage()), ()
        return True
