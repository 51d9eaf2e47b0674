"""scikit-learn's mini-batch k-means over rows of facets: the only place that knows the library."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from sklearn.cluster import MiniBatchKMeans
from sklearn.feature_extraction import DictVectorizer
from sklearn.metrics import silhouette_score
from sklearn.preprocessing import normalize
from threadpoolctl import threadpool_limits

SEED: Final = 20
STARTS: Final = 3
BATCH: Final = 2048
JUDGED: Final = 2000
"""Rows of which the silhouette is taken: it compares each with each."""


class Clusters(NamedTuple):
    """`labels`: the cluster of each row. `silhouette`: from -1 to 1, how much nearer a row is to its own than to the
    next, by cosine.
    """

    labels: tuple[int, ...]
    silhouette: float


class Clustering:
    """Rows of one length each, so that distances are cosines: what one likes counts, not how much one clicks.

    With one seed and one thread: equal rows come to equal clusters.
    """

    def __init__(self, rows: Sequence[Mapping[str, int]]) -> None:
        """At least one row, none empty."""
        self._matrix: Any = normalize(DictVectorizer().fit_transform([dict(row) for row in rows]))

    def into(self, k: int) -> Clusters:
        """`k` clusters, or fewer where there are fewer different rows."""
        count = min(k, self._matrix.shape[0])
        model = MiniBatchKMeans(count, random_state=SEED, n_init=STARTS, batch_size=BATCH, max_no_improvement=20)
        with threadpool_limits(1):
            labels = model.fit_predict(self._matrix)
            return Clusters(tuple(int(label) for label in labels), self._silhouette(labels))

    def _silhouette(self, labels: Any) -> float:  # noqa: ANN401  an array of the library's
        rows = self._matrix.shape[0]
        if not 1 < len(set(labels.tolist())) < min(rows, JUDGED):
            return 0.0
        sample = JUDGED if rows > JUDGED else None
        return float(silhouette_score(self._matrix, labels, metric="cosine", sample_size=sample, random_state=SEED))
