"""Cutting a name to a length, never within a word."""

import re


def shortened(text: str, most: int) -> str:
    """At most `most` characters, cut at a mark between parts, else at a space, else (no spaces) where it must be."""
    if len(text) <= most:
        return text
    head = text[: most + 1]
    for marks in (r"[|,;:，；：、(（\[【]|\s[-–—/]\s", r"\s"):
        places = [match.start() for match in re.finditer(marks, head)]
        if places and places[-1] >= most // 3:
            return head[: places[-1]].rstrip(" -|,;:，；：、(（[【/–—")
    return text[:most].rstrip()
