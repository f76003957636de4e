import { expect, test } from "vitest";
import { emptyBoard, streamOpened, type Board } from "../../src/board/board";
import { take } from "../../src/board/take";
import { RemovalReason, type WatchBoardResponse } from "../../src/generated/handhaving/dispatch/v1/board_service_pb";
import { IncidentState } from "../../src/generated/handhaving/dispatch/v1/incident_pb";
import { FixSchema, UnitAvailability } from "../../src/generated/handhaving/dispatch/v1/unit_pb";
import { create } from "@bufbuild/protobuf";
import { incident, incidentName, says, stream, unit } from "./messages";
import { shuffled, random } from "./random";

const snapshot = stream(says.hello(true), says.item(incident(1)), says.item(unit("BEE-1")), says.end(2, "a"));
const numbersOf = (board: Board) => [...board.incidents.values()].map((one) => one.number).sort();

test("a snapshot is shown when it is whole, and can be resumed from then on", () => {
  const half = take(emptyBoard, snapshot.slice(0, 3));
  expect([half.complete, half.incidents.size, half.resumeToken]).toEqual([false, 0, ""]);

  const whole = take(half, snapshot.slice(3));
  expect([whole.complete, numbersOf(whole), whole.units.size, whole.resumeToken]).toEqual([true, ["2027-000001"], 1, "a"]);
});

test("a new snapshot replaces the old one at once: nothing vanishes meanwhile", () => {
  const before = take(emptyBoard, snapshot);

  const between = take(streamOpened(before), stream(says.hello(true), says.item(incident(2))));
  expect(numbersOf(between)).toEqual(["2027-000001"]);

  const after = take(between, [{ ...says.end(1, "b"), sequence: 3n }]);
  expect([numbersOf(after), after.units.size]).toEqual([["2027-000002"], 0]);
});

test("a snapshot that breaks off is asked for again from the start", () => {
  const broken = take(streamOpened(take(emptyBoard, snapshot)), stream(says.hello(true), says.item(incident(2))));

  expect([streamOpened(broken).resumeToken, streamOpened(broken).incoming]).toEqual(["", undefined]);
});

test("a resumed stream changes what is there, without a snapshot", () => {
  const board = take(streamOpened(take(emptyBoard, snapshot)), stream(says.hello(false), says.change(incident(3), "b")));

  expect([numbersOf(board), board.resumeToken]).toEqual([["2027-000001", "2027-000003"], "b"]);
});

test("an item that leaves is remembered as it was last, with why", () => {
  const closed = incident(1, { state: IncidentState.CLOSED });
  const board = take(take(emptyBoard, snapshot), [{ ...says.removal(incidentName(1), RemovalReason.CLOSED, closed), sequence: 5n }]);

  expect(board.incidents.size).toBe(0);
  expect(board.departures.get(incidentName(1))).toEqual({ incident: closed, reason: RemovalReason.CLOSED });
});

test("a tenant that may not be read any more takes all its own along, and nothing of it is kept", () => {
  const board = take(take(emptyBoard, snapshot), [{ ...says.removal("municipalities/0888", RemovalReason.NO_LONGER_AUTHORISED), sequence: 5n }]);

  expect([board.incidents.size, board.units.size, board.departures.size]).toEqual([0, 0, 0]);
});

test("a position that comes alone leaves the rest of the unit as it was", () => {
  const moved = unit("", { name: "municipalities/0888/units/BEE-1", availability: UnitAvailability.UNSPECIFIED, lastFix: create(FixSchema, { accuracyMeters: 5 }) });
  const board = take(take(emptyBoard, snapshot), [{ ...says.change(moved, "t", ["unit.last_fix"]), sequence: 5n }]);

  const known = board.units.get("municipalities/0888/units/BEE-1");
  expect([known?.callSign, known?.availability, known?.lastFix?.accuracyMeters]).toEqual(["BEE-1", UnitAvailability.AVAILABLE, 5]);
});

test("what did not change stays the same, so that nothing is drawn anew for it", () => {
  const before = take(emptyBoard, snapshot);
  const after = take(before, [{ ...says.change(unit("BEE-1"), "t"), sequence: 5n }, { ...says.heartbeat("u"), sequence: 6n }]);

  expect([after.incidents === before.incidents, after.units === before.units, after.resumeToken]).toEqual([true, false, "u"]);
});

test("of a unit that is not on the board a position says nothing", () => {
  const moved = unit("", { name: "municipalities/0888/units/BEE-9", lastFix: create(FixSchema) });

  expect(take(take(emptyBoard, snapshot), [{ ...says.change(moved, "t", ["unit.last_fix"]), sequence: 5n }]).units.size).toBe(1);
});

test("after a gap nothing is taken, and the token still stands before it", () => {
  const board = take(take(emptyBoard, snapshot), [{ ...says.change(incident(3), "c"), sequence: 6n }, { ...says.change(incident(4), "d"), sequence: 7n }]);

  expect([board.gap, numbersOf(board), board.resumeToken]).toEqual([true, ["2027-000001"], "a"]);
});

// Whatever a line does to an evening of changes, a screen that resumes ends with what the platform has.
test.each(Array.from({ length: 200 }, (_, seed) => seed))("evening %i over a bad line ends with the platform's board", (seed) => {
  const chance = random(seed);
  const changes = Array.from({ length: 60 }, () => {
    const number = Math.floor(chance() * 12);
    return chance() < 0.25
      ? (token: string) => says.removal(incidentName(number), RemovalReason.CLOSED, undefined, token)
      : (token: string) => says.change(incident(number, { priority: 1 + Math.floor(chance() * 5) }), token);
  }).map((change, index) => change(String(index + 1)));
  const truth = take(take(emptyBoard, stream(says.hello(true), says.end(0, "0"))), numbered(changes, 2));

  let board = take(emptyBoard, stream(says.hello(true), says.end(0, "0")));
  for (let tries = 0; board.resumeToken !== "60" && tries < 1_000; tries++) {
    const from = Number(board.resumeToken);
    const sent = [...stream(says.hello(false)), ...numbered(changes.slice(from), 1)];
    board = streamOpened(board);
    for (const batch of batches(badly(sent, chance), chance)) board = take(board, batch);
  }

  expect([board.resumeToken, board.incidents]).toEqual(["60", truth.incidents]);
});

const numbered = (messages: WatchBoardResponse[], after: number) => messages.map((one, index) => ({ ...one, sequence: BigInt(after + index + 1) }));

/** Some come twice, some not at all, neighbours change places, and it breaks off somewhere. */
function badly(messages: WatchBoardResponse[], chance: () => number): WatchBoardResponse[] {
  const cut = messages.slice(0, 1 + Math.floor(chance() * messages.length));
  const [hello, ...rest] = cut.flatMap((one) => (chance() < 0.05 ? [] : chance() < 0.2 ? [one, one] : [one]));
  return hello === undefined ? [] : [hello, ...(chance() < 0.3 ? shuffled(rest, chance) : rest)];
}

function* batches(messages: WatchBoardResponse[], chance: () => number): Generator<WatchBoardResponse[]> {
  for (let at = 0; at < messages.length; ) {
    const size = 1 + Math.floor(chance() * 6);
    yield messages.slice(at, at + size);
    at += size;
  }
}
