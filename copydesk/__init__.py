"""For other teams' code: copy that somebody else wrote, held to its listing's facts and to the law.

`verdict_on` is `copydesk edit` as a function: no broker, no model, no setting. `with_packs` makes the editor that goes
by an operator's packs too.
"""

from workers.edit.gate import with_packs
from workers.entrypoints.edit.check import Verdict, verdict_on

__all__ = ["Verdict", "verdict_on", "with_packs"]
