"""``cds load``: resources of files into a FHIR server, in transactions; to be run again where it was interrupted."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from itertools import batched
from pathlib import Path
from time import monotonic, sleep
from typing import TextIO

import httpx
import orjson

from cds_service.authoring.load_files import Json, files_in, resources_in
from cds_service.authoring.load_order import ordered, transaction
from cds_service.errors import ServiceError

BATCH_SIZE = 200
"""Resources of one transaction: large enough to be quick, small enough for a server's limits."""
