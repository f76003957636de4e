import { create } from "@bufbuild/protobuf";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Clients } from "../../src/contracts/clients";
import { Positions } from "../../src/field/position/positions";
import { ReportPositionsRequestSchema, ReportPositionsResponseSchema, type ReportPositionsRequest } from "../../src/generated/handhaving/dispatch/v1/unit_service_pb";
import { millisecondsOf } from "../../src/time/timestamp";

/** A device that says where it is when the test says so, and a platform that takes it or not. */
class Street {
  readonly sent: ReportPositionsRequest[] = [];
  refusal = "";
  isWatching = false;
  /** Where it is found when it is asked; undefined: nowhere. */
  asked: number | undefined;
  line = { isLive: true, skew: 250 };
  private found: PositionCallback = () => undefined;
  private failed: PositionErrorCallback = () => undefined;

  geolocation: Pick<Geolocation, "watchPosition" | "clearWatch" | "getCurrentPosition"> = {
    watchPosition: (found, failed) => {
      this.isWatching = true;
      this.found = found;
      this.failed = failed ?? this.failed;
      return 1;
    },
    clearWatch: () => { this.isWatching = false; },
    getCurrentPosition: (found) => { if (this.asked !== undefined) found(at(this.asked)); },
  };

  units = {
    reportPositions: (request: Parameters<Clients["units"]["reportPositions"]>[0]) => {
      this.sent.push(create(ReportPositionsRequestSchema, request as ReportPositionsRequest));
      return Promise.resolve(create(ReportPositionsResponseSchema, this.refusal === "" ? { acceptedCount: 1 } : { refusals: [{ reason: this.refusal }] }));
    },
  } as Clients["units"];

  isAt(latitude: number): void {
    this.found(at(latitude));
  }

  denies(): void {
    this.failed({ code: 1, PERMISSION_DENIED: 1 } as GeolocationPositionError);
  }
}

function at(latitude: number): GeolocationPosition {
  return { coords: { latitude, longitude: 5.97, accuracy: 8, heading: null }, timestamp: Date.now() + 0.3 } as GeolocationPosition;
}

const unit = "municipalities/0899/units/boa-0899-1";
let street: Street;
let positions: Positions;
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const latitudes = () => street.sent.map(({ fixes }) => fixes[0]?.fix?.position?.latitude);

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  street = new Street();
  positions = new Positions(street.units, street.geolocation);
  positions.start(unit, () => street.line);
});
afterEach(() => {
  positions.stop();
  vi.useRealTimers();
});

test("the first position goes at once, in the platform's time, and the page knows that it arrived", async () => {
  street.isAt(50.94);
  await pass(0);

  const [request] = street.sent;
  expect([request?.parent, request?.fixes[0]?.unit, request?.fixes[0]?.fix?.fixTime && millisecondsOf(request.fixes[0].fix.fixTime)]).toEqual(["municipalities/0899", unit, 1_000_250]);
  expect(positions.state).toMatchObject({ sharing: "on", takenAt: 1_000_000, refusal: "" });
});

test("after it the newest alone goes, once in five seconds, and none twice", async () => {
  street.isAt(50.94);
  await pass(100);
  for (const latitude of [50.941, 50.942, 50.943]) {
    street.isAt(latitude);
    await pass(100);
  }
  await pass(20_000);

  expect(latitudes()).toEqual([50.94, 50.943]);
});

test("of what lay without a network the last alone is sent", async () => {
  street.line = { isLive: false, skew: 0 };
  street.isAt(50.94);
  await pass(60_000);
  street.isAt(50.95);
  street.line = { isLive: true, skew: 0 };
  await pass(5_000);

  expect(latitudes()).toEqual([50.95]);
});

test("what the platform does not take is said, and does not count as received", async () => {
  street.refusal = "TOO_INACCURATE";
  street.isAt(50.94);
  await pass(0);

  expect(positions.state).toMatchObject({ takenAt: undefined, refusal: "TOO_INACCURATE" });
});

test("after a refusal too one goes in five seconds", async () => {
  street.refusal = "OUTSIDE_REGION";
  for (const latitude of [50.94, 50.941, 50.942]) {
    street.isAt(latitude);
    await pass(1_000);
  }
  await pass(3_000);

  expect(latitudes()).toEqual([50.94, 50.942]);
});

test("a device that stands still is asked, so that the desk sees how long it has been there", async () => {
  street.isAt(50.94);
  street.asked = 50.94;
  await pass(20_000);

  expect([latitudes().length, positions.state.takenAt]).toEqual([4, 1_020_000]);
});

test("one that was refused is not the last, also of a device that stands still", async () => {
  street.refusal = "BEFORE_DUTY";
  street.isAt(50.94);
  street.asked = 50.94;
  await pass(1_000);
  street.refusal = "";
  await pass(10_000);

  expect(positions.state).toMatchObject({ refusal: "", takenAt: 1_010_000 });
});

test("what is measured after the duty is nobody's", async () => {
  let late: PositionCallback = () => undefined;
  street.geolocation.getCurrentPosition = (found) => { late = found; };
  await pass(5_000);
  positions.stop();
  late(at(50.94));
  await pass(60_000);

  expect([street.sent.length, positions.state.measured]).toEqual([0, undefined]);
});

test("a position that is not allowed is said", () => {
  street.denies();

  expect(positions.state.sharing).toBe("denied");
});

test("after the duty nothing is measured or sent", async () => {
  street.isAt(50.94);
  await pass(0);
  positions.stop();
  await pass(60_000);

  expect([street.isWatching, street.sent.length, positions.state]).toEqual([false, 1, { sharing: "off", measured: undefined, takenAt: undefined, refusal: "" }]);
});
