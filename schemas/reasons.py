"""Why an event was not handled: a closed list, fit to be a metric's label and a header's value."""

from enum import StrEnum


class Reason(StrEnum):
    """Reasons of dead letters, then reasons of ledger entries that are none."""

    NO_KEY = "no-key"
    NO_VALUE = "no-value"
    EMPTY_VALUE = "empty-value"
    JSON_NULL = "json-null"
    OVER_LONG = "over-long"
    NOT_UTF8 = "not-utf8"
    MALFORMED = "malformed-json"
    NOT_A_NUMBER = "not-a-number"
    DUPLICATE_KEY = "duplicate-key"
    TOO_DEEP = "too-deep"
    BAD_ENVELOPE = "bad-envelope"
    UNKNOWN_VERSION = "unknown-version"
    WRONG_TYPE = "wrong-type"
    MISSING_FIELD = "missing-field"
    UNKNOWN_FIELD = "unknown-field"
    OVER_LONG_FIELD = "over-long-field"
    BAD_VALUE = "bad-value"
    BAD_KEY = "bad-key"
    KEY_MISMATCH = "key-mismatch"
    NO_SUPPORTED_LOCALE = "no-supported-locale"
    NOTHING_TO_SAY = "nothing-to-say"
    REFUSED_BY_MODEL = "refused-by-model"
    RECORD_TOO_LARGE = "record-too-large"

    VERSION_WENT_BACK = "version-went-back"
    OLDER_REVISION = "older-revision"
    BEFORE_DELISTING = "before-delisting"
    NEWER_WAITS = "newer-waits"
    EDITION_MOVED = "edition-moved"
    UNKNOWN_PRODUCT = "unknown-product"
