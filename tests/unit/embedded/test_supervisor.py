import asyncio
from dataclasses import dataclass, field, replace
from pathlib import Path
from signal import SIGKILL, SIGTERM, Signals

import pytest

from tests.doubles import ManualClock, settle
from workers.embedded.component import Component, Notice, RestartPolicy, State
from workers.embedded.process import Command, Ended
from workers.embedded.supervisor import Supervisor
from workers.errors import Exit, Fatal, Transient


@dataclass
class FakeProcess:
    """Ends when it is told to; deaf to SIGTERM outside of `stop`, as a draining process is."""

    name: str
    pid: int
    journal: list[str]
    code: int | None = None
    started: float = 1.0
    signals: list[Signals] = field(default_factory=list)

    def send(self, number: Signals) -> None:
        self.signals.append(number)
        if number is SIGKILL:
            self.code = -9

    async def stop(self) -> Ended:
        self.journal.append(f"stop {self.name}")
        self.code = 0 if self.code is None else self.code
        return Ended(self.code, forced=False)

    async def end(self) -> Ended:
        self.code = -9 if self.code is None else self.code
        return Ended(self.code, forced=True)

    def tail(self) -> str:
        return "the last words"

    def rotate_log(self) -> None:
        return


class World:
    """What the components of a test see: their gates, their health, and what has happened."""

    def __init__(self) -> None:
        self.clock = ManualClock()
        self.journal: list[str] = []
        self.notices: list[Notice] = []
        self.processes: dict[str, list[FakeProcess]] = {}
        self.shut: set[str] = set()
        self.ill: set[str] = set()
        self.broken: set[str] = set()

    def component(self, name: str) -> Component:
        async def ready() -> None:
            if name in self.broken:
                raise Fatal("wrong-model")
            if name in self.shut:
                raise Transient("not-yet")
            self.journal.append(f"ready {name}")

        async def healthy() -> None:
            if name in self.ill:
                raise Transient("stub-dead")

        return Component(
            name=name,
            command=lambda: Command((name,), {}, Path(), Path(f"{name}.log"), grace=1.0),
            ready=ready,
            healthy=healthy,
            ready_within=10.0,
            health_every=1.0,
        )

    def launch(self, command: Command, _clock: object) -> FakeProcess:
        (name,) = command.argv
        lives = self.processes.setdefault(name, [])
        lives.append(FakeProcess(name, 100 + len(lives), self.journal))
        self.journal.append(f"start {name}")
        return lives[-1]

    def supervisor(self, *components: Component, policy: RestartPolicy | None = None) -> Supervisor:
        return Supervisor(components, self.clock, self.launch, policy, self.notices.append)

    def alive(self, name: str) -> FakeProcess:
        return self.processes[name][-1]

    def state(self, supervisor: Supervisor, name: str) -> State:
        return next(status.state for status in supervisor.status() if status.name == name)


@pytest.fixture
def world() -> World:
    return World()


async def test_each_is_started_when_the_one_before_is_ready_and_stopped_in_reverse(world: World) -> None:
    supervisor = world.supervisor(*map(world.component, ("kafka", "triton", "worker-0")))
    await supervisor.start()
    stopped = await supervisor.stop()
    assert world.journal == [
        *("start kafka", "ready kafka", "start triton", "ready triton", "start worker-0", "ready worker-0"),
        *("stop worker-0", "stop triton", "stop kafka"),
    ]
    assert [(one.name, one.code, one.forced) for one in stopped] == [
        ("worker-0", 0, False),
        ("triton", 0, False),
        ("kafka", 0, False),
    ]


async def test_what_stands_behind_a_shut_gate_is_not_started_and_the_rest_is_stopped(world: World) -> None:
    world.shut.add("triton")
    supervisor = world.supervisor(*map(world.component, ("kafka", "triton", "worker-0")))
    start = asyncio.get_running_loop().create_task(supervisor.start())
    await world.clock.advance(11)
    with pytest.raises(Transient, match=r"(?s)triton not ready after 10 s.*not-yet.*the last words"):
        await start
    assert "start worker-0" not in world.journal
    assert world.journal[-2:] == ["stop triton", "stop kafka"]


async def test_what_belongs_together_is_begun_at_once_and_passes_one_gate(world: World) -> None:
    together = [replace(world.component(f"worker-{number}"), with_previous=number > 0) for number in range(3)]
    world.shut.add("worker-0")
    supervisor = world.supervisor(world.component("kafka"), *together)
    start = asyncio.get_running_loop().create_task(supervisor.start())
    await world.clock.advance(1)
    assert set(world.processes) == {"kafka", "worker-0", "worker-1", "worker-2"}
    assert not start.done()
    world.shut.clear()
    await world.clock.advance(1)
    await start
    assert [one.name for one in await supervisor.stop()] == ["worker-2", "worker-1", "worker-0", "kafka"]


async def test_one_that_fails_fails_those_it_was_begun_with(world: World) -> None:
    world.broken.add("worker-1")
    pair = (world.component("worker-0"), replace(world.component("worker-1"), with_previous=True))
    with pytest.raises(Fatal, match="wrong-model"):
        await world.supervisor(*pair).start()
    assert world.journal[-2:] == ["stop worker-1", "stop worker-0"]


async def test_a_process_that_ends_before_it_is_ready_is_not_waited_for(world: World) -> None:
    world.shut.add("triton")
    supervisor = world.supervisor(world.component("triton"))
    start = asyncio.get_running_loop().create_task(supervisor.start())
    await settle()
    world.alive("triton").code = 3
    await world.clock.advance(0.2)
    with pytest.raises(Transient, match="ended with 3 before it was ready"):
        await start


async def test_a_gate_that_will_never_open_is_not_waited_for(world: World) -> None:
    world.broken.add("triton")
    with pytest.raises(Fatal, match="wrong-model"):
        await world.supervisor(world.component("triton")).start()


async def test_a_cancelled_start_stops_what_it_has_started(world: World) -> None:
    world.shut.add("triton")
    supervisor = world.supervisor(*map(world.component, ("kafka", "triton")))
    start = asyncio.get_running_loop().create_task(supervisor.start())
    await settle()
    start.cancel()
    with pytest.raises(asyncio.CancelledError):
        await start
    assert world.journal[-2:] == ["stop triton", "stop kafka"]


async def test_a_killed_process_is_started_again_after_half_a_second(world: World) -> None:
    supervisor = world.supervisor(world.component("kafka"))
    await supervisor.start()
    assert supervisor.kill("kafka") == 100
    await world.clock.advance(0.45)
    assert world.state(supervisor, "kafka") is State.RESTARTING
    await world.clock.advance(0.2)
    (status,) = supervisor.status()
    assert (status.state, status.pid, status.restarts) == (State.READY, 101, 1)
    await supervisor.stop()


async def test_waits_between_restarts_double_up_to_the_longest(world: World) -> None:
    policy = RestartPolicy()
    assert [policy.wait(recent) for recent in range(1, 9)] == [0.5, 1, 2, 4, 8, 16, 30, 30]


async def test_the_sixth_end_within_a_minute_is_loud(world: World) -> None:
    supervisor = world.supervisor(world.component("kafka"))
    await supervisor.start()
    wait = asyncio.get_running_loop().create_task(supervisor.wait())
    for _ in range(5):
        supervisor.kill("kafka")
        await world.clock.advance(9)
        assert world.state(supervisor, "kafka") is State.READY
    supervisor.kill("kafka")
    await world.clock.advance(1)
    with pytest.raises(Fatal, match=r"(?s)5 restarts within 60 s, last: ended with -9.*the last words"):
        await wait
    assert world.state(supervisor, "kafka") is State.FAILED
    assert len(world.processes["kafka"]) == 6
    await supervisor.stop()


async def test_ends_that_are_far_apart_are_never_too_many(world: World) -> None:
    supervisor = world.supervisor(world.component("kafka"))
    await supervisor.start()
    for _ in range(12):
        supervisor.kill("kafka")
        await world.clock.advance(30)
    assert world.state(supervisor, "kafka") is State.READY
    await supervisor.stop()


async def test_starts_that_never_become_ready_are_bounded_too(world: World) -> None:
    supervisor = world.supervisor(world.component("kafka"), policy=RestartPolicy(window=1.0, attempts=3))
    await supervisor.start()
    world.shut.add("kafka")
    supervisor.kill("kafka")
    wait = asyncio.get_running_loop().create_task(supervisor.wait())
    await world.clock.advance(40)
    with pytest.raises(Fatal, match="3 starts in a row"):
        await wait
    await supervisor.stop()


async def test_three_failed_checks_restart_it(world: World) -> None:
    supervisor = world.supervisor(world.component("triton"))
    await supervisor.start()
    world.ill.add("triton")
    await world.clock.advance(1.3)
    assert len(world.processes["triton"]) == 1
    await world.clock.advance(0.3)
    world.ill.clear()
    await world.clock.advance(0.6)
    assert len(world.processes["triton"]) == 2
    assert [n.fact for n in world.notices if n.event == "process_exited"] == ["3 of 3 health checks failed (stub-dead)"]
    await supervisor.stop()


def scripted(component: Component, answers: str) -> Component:
    """Health by script: `x` is a bad answer, and at the end all is well."""
    script = iter(answers)

    async def healthy() -> None:
        if next(script, ".") == "x":
            raise Transient("stub-dead")

    return replace(component, healthy=healthy)


@pytest.mark.parametrize(
    ("answers", "restarts"),
    [
        ("xxx", 1),
        ("x.x.x", 1),
        ("..xx...x", 1),
        ("xx....xx....xx", 0),
        ("x.....x.....x", 0),
    ],
)
async def test_three_bad_answers_among_six_restart_it(world: World, answers: str, restarts: int) -> None:
    supervisor = world.supervisor(scripted(world.component("triton"), answers))
    await supervisor.start()
    await world.clock.advance(40)
    assert supervisor.status()[0].restarts == restarts
    await supervisor.stop()


async def test_a_paused_process_is_left_alone_until_it_is_resumed(world: World) -> None:
    supervisor = world.supervisor(world.component("worker-0"))
    await supervisor.start()
    supervisor.pause("worker-0")
    world.ill.add("worker-0")
    await world.clock.advance(30)
    assert (len(world.processes["worker-0"]), world.state(supervisor, "worker-0")) == (1, State.PAUSED)
    supervisor.resume("worker-0")
    await world.clock.advance(4)
    assert len(world.processes["worker-0"]) == 2
    await supervisor.stop()


async def test_what_is_held_down_stays_down_and_comes_back_at_once(world: World) -> None:
    supervisor = world.supervisor(world.component("triton"))
    await supervisor.start()
    supervisor.hold("triton")
    await world.clock.advance(600)
    assert (len(world.processes["triton"]), world.state(supervisor, "triton")) == (1, State.HELD)
    supervisor.release("triton")
    await settle()
    assert (len(world.processes["triton"]), world.state(supervisor, "triton")) == (2, State.READY)
    await supervisor.stop()


async def test_what_is_held_down_may_take_its_time_to_end(world: World) -> None:
    supervisor = world.supervisor(world.component("worker-0"))
    await supervisor.start()
    world.ill.add("worker-0")
    supervisor.hold("worker-0", SIGTERM)
    await world.clock.advance(30)
    world.alive("worker-0").code = 0
    await world.clock.advance(1)
    assert [n.fact for n in world.notices if n.event == "process_exited"] == ["ended with 0"]
    await supervisor.stop()


async def test_a_process_that_says_do_not_restart_is_not_restarted(world: World) -> None:
    supervisor = world.supervisor(world.component("worker-0"))
    await supervisor.start()
    world.alive("worker-0").code = Exit.DO_NOT_RESTART
    await world.clock.advance(1)
    with pytest.raises(Fatal, match="do not restart"):
        await supervisor.wait()
    assert len(world.processes["worker-0"]) == 1
    await supervisor.stop()


async def test_a_stop_during_a_restart_ends_the_restart(world: World) -> None:
    supervisor = world.supervisor(world.component("kafka"))
    await supervisor.start()
    supervisor.kill("kafka", SIGKILL)
    await world.clock.advance(0.3)
    await supervisor.stop()
    await world.clock.advance(60)
    assert (len(world.processes["kafka"]), world.state(supervisor, "kafka")) == (1, State.STOPPED)


async def test_settling_comes_before_the_next_start_and_after_every_restart(world: World) -> None:
    async def topics() -> None:
        world.journal.append("topics")

    kafka = replace(world.component("kafka"), settle=topics)
    supervisor = world.supervisor(kafka, world.component("triton"))
    await supervisor.start()
    supervisor.kill("kafka")
    await world.clock.advance(1)
    await supervisor.stop()
    assert world.journal[:5] == ["start kafka", "ready kafka", "topics", "start triton", "ready triton"]
    assert world.journal[5:8] == ["start kafka", "ready kafka", "topics"]


async def test_a_signal_to_nobody_names_those_there_are(world: World) -> None:
    supervisor = world.supervisor(world.component("kafka"))
    with pytest.raises(Fatal, match="no-such-process: broker; there are kafka"):
        supervisor.kill("broker", SIGTERM)
