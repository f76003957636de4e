import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import type { Clients } from "../../contracts/clients";
import { ownerOf } from "../../contracts/names";
import { FixSource } from "../../generated/handhaving/dispatch/v1/unit_pb";
import { Store } from "../../time/store";
import type { Point } from "../../places/distance";

/** Where this device is, as it measured it. */
export interface Measured extends Point {
  accuracyMeters: number;
  /** Degrees clockwise from north; undefined when it stands still. */
  heading: number | undefined;
  /** By this device's clock, in milliseconds since 1970. */
  at: number;
}

export type Sharing =
  /** Not on duty, or switched off by the crew. */
  | "off"
  /** Waits for the first measurement. */
  | "seeking"
  | "on"
  /** The person or the device's settings do not allow it. */
  | "denied"
  /** The device cannot say where it is. */
  | "unavailable";

export interface PositionState {
  sharing: Sharing;
  measured: Measured | undefined;
  /** When the platform last took one, by this device's clock. */
  takenAt: number | undefined;
  /** Reason for which it did not take the last one; empty when it did. */
  refusal: string;
}

const every = 5_000; // milliseconds between two positions that are sent
const nothing: PositionState = { sharing: "off", measured: undefined, takenAt: undefined, refusal: "" };

/** Shares where the device is while the unit is on duty: the newest position alone, so that no track of what lay without a network is kept. */
export class Positions extends Store<PositionState> {
  private watch: number | undefined;
  private sending: ReturnType<typeof setInterval> | undefined;
  private sentAt = 0;
  private wasTried = false;

  constructor(private readonly units: Clients["units"], private readonly geolocation: Pick<Geolocation, "watchPosition" | "clearWatch" | "getCurrentPosition">) {
    super(nothing);
  }

  /**
   * @param unit on duty.
   * @param line tells whether there is one, and what to add to this device's clock to have the platform's.
   */
  start = (unit: string, line: () => { isLive: boolean; skew: number }): void => {
    this.stop();
    this.wasTried = false;
    this.set({ ...nothing, sharing: "seeking" });
    const options: PositionOptions = { enableHighAccuracy: true, maximumAge: every };
    const measured: PositionCallback = ({ coords, timestamp }) => {
      this.set({ ...this.state, sharing: "on", measured: { latitude: coords.latitude, longitude: coords.longitude, accuracyMeters: coords.accuracy, heading: coords.heading ?? undefined, at: Math.round(timestamp) } });
      if (!this.wasTried) void this.send(unit, line());
    };
    this.watch = this.geolocation.watchPosition(
      measured,
      ({ code, PERMISSION_DENIED }) => this.set({ ...this.state, sharing: code === PERMISSION_DENIED ? "denied" : this.state.measured ? "on" : "unavailable" }),
      options,
    );
    this.sending = setInterval(() => {
      void this.send(unit, line());
      this.measureAgain(measured, options);
    }, every);
  };

  stop = (): void => {
    clearInterval(this.sending);
    if (this.watch !== undefined) this.geolocation.clearWatch(this.watch);
    this.watch = undefined;
    this.set(nothing);
  };

  // A device that lies still tells nothing new by itself: where it was would grow old on the desk although it is still there, and one that was refused would be the last.
  private measureAgain(measured: PositionCallback, options: PositionOptions): void {
    const { watch, state } = this;
    if (state.measured && Date.now() - state.measured.at < every) return;
    this.geolocation.getCurrentPosition((position) => watch === this.watch && measured(position), () => undefined, options);
  }

  private async send(unit: string, { isLive, skew }: { isLive: boolean; skew: number }): Promise<void> {
    const { measured } = this.state;
    if (!measured || !isLive || measured.at === this.sentAt) return;
    this.sentAt = measured.at;
    this.wasTried = true;
    const { latitude, longitude, accuracyMeters, heading, at } = measured;
    const fix = { position: { latitude, longitude }, fixTime: timestampFromMs(at + skew), accuracyMeters, source: FixSource.DEVICE, ...(heading !== undefined && { headingDegrees: heading }) };
    try {
      const { refusals } = await this.units.reportPositions({ parent: ownerOf(unit), fixes: [{ unit, fix }] });
      const refusal = refusals[0]?.reason ?? "";
      this.set({ ...this.state, refusal, takenAt: refusal === "" ? Date.now() : this.state.takenAt });
    } catch {
      this.sentAt = 0; // the next one tells; the page says how old the last is
    }
  }
}
