import type { Failure } from "../../contracts/failure";
import type { UnitNow, WatchUnitResponse } from "../../generated/handhaving/dispatch/v1/board_service_pb";
import { KeptStream, type Streamed } from "../../live/keptStream";
import { millisecondsOf } from "../../time/timestamp";

export interface UnitFeedState extends Streamed {
  /** The unit and what it is sent to; undefined until it is known. */
  now: UnitNow | undefined;
}

export type OpenUnitStream = (signal: AbortSignal) => AsyncIterable<WatchUnitResponse>;

const final = new Set(["PERMISSION_MISSING", "TENANT_NOT_YOURS", "NOT_FOUND", "INVALID_REQUEST", "UNKNOWN_METHOD", "TOO_MANY_UNIT_STREAMS"]);

/** What one unit does, as the device of its crew follows it: each stream begins with all that is now. */
export class UnitFeed extends KeptStream<WatchUnitResponse, UnitFeedState> {
  /** @param before what this device knew before the page was loaded anew; shown as old until something comes. */
  constructor(private readonly openStream: OpenUnitStream, before: Omit<UnitFeedState, "line">) {
    super({ ...before, line: { phase: "connecting" } });
  }

  /** The platform's clock, in milliseconds since 1970. */
  platformNow = (): number => Date.now() + this.state.skew;

  protected override open(signal: AbortSignal): AsyncIterable<WatchUnitResponse> {
    return this.openStream(signal);
  }

  protected override isFinal(failure: Failure): boolean {
    return final.has(failure.reason);
  }

  protected override take({ event, serverTime }: WatchUnitResponse): boolean {
    this.set({
      now: event.case === "now" ? event.value : this.state.now,
      line: { phase: "live" },
      lastMessageAt: Date.now(),
      skew: serverTime ? Math.round(millisecondsOf(serverTime)) - Date.now() : this.state.skew,
    });
    return true;
  }
}
