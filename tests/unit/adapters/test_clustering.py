"""scikit-learn behind its adapter: what it finds where something is to be found, and the same each time."""

from workers.adapters.clustering import Clustering

ROWS = [{"c:kitchen": 10 + n % 3, "p:1": n % 2} for n in range(40)] + [{"c:books": 9, "t:novel": n} for n in range(40)]


def test_users_who_like_the_same_are_in_one_cluster():
    found = Clustering(ROWS).into(2)
    assert {len(set(found.labels[:40])), len(set(found.labels[40:50]))} == {1}
    assert found.labels[0] != found.labels[-1]
    assert found.silhouette > 0.5


def test_how_much_somebody_clicks_does_not_count():
    many = [{facet: 1000 * weight for facet, weight in row.items()} for row in ROWS]
    assert Clustering(many).into(3).labels == Clustering(ROWS).into(3).labels


def test_equal_rows_come_to_equal_clusters():
    assert Clustering(ROWS).into(5) == Clustering(ROWS).into(5)


def test_of_more_clusters_than_users_there_are_as_many_as_users():
    assert len(Clustering(ROWS[:3]).into(20).labels) == 3
    assert Clustering(ROWS[:1]).into(2).silhouette == 0.0
