import type { Client } from "@connectrpc/connect";
import { failureOf, type Failure } from "../contracts/failure";
import type { OpenShift, RosterService } from "../generated/handhaving/capacity/v1/roster_service_pb";
import type { Roster, RosterShift } from "../generated/handhaving/capacity/v1/roster_pb";
import { Store } from "../time/store";
import type { Decision } from "./publishing/unserved";
import { clashes, countOf, noEdits, putShift, removeShift, requestOf, shiftsWith, without, type Edits } from "./editing/edits";

type Door = Pick<Client<typeof RosterService>, "getRoster" | "listRosters" | "changeShifts">;

/** Somebody else changed the roster while this page had changes of its own. */
export interface Clash {
  by: string;
  /** Milliseconds since 1970; 0 = not told. */
  at: number;
  /** Ids of shifts that both changed. */
  shifts: readonly string[];
}

export interface RosterState {
  /** Without shifts, newest first. */
  listed: readonly Roster[];
  opened: Roster | undefined;
  edits: Edits;
  clash: Clash | undefined;
  /** What the last search left open, and why; undefined while none was made. */
  open: readonly OpenShift[] | undefined;
  phase: "reading" | "read" | "failed";
  failure: Failure | undefined;
}

const rows = 200;
const nothing: RosterState = { listed: [], opened: undefined, edits: noEdits, clash: undefined, open: undefined, phase: "reading", failure: undefined };

/** Rosters of one owner and the one that is open, with what was changed in it here and is not kept yet: that stays until it is kept or thrown away, while another roster is looked at too. */
export class Rosters extends Store<RosterState> {
  private reading = 0;
  private owner = "";
  /** What was changed in rosters that are not open now. */
  private readonly aside = new Map<string, Pick<RosterState, "opened" | "edits" | "clash">>();

  constructor(private readonly client: Door) {
    super(nothing);
  }

  /** @param name the roster to open; empty = none. */
  async read(owner: string, name: string): Promise<void> {
    const mine = ++this.reading;
    const listed = owner === this.owner ? this.state.listed : [];
    this.owner = owner;
    if (this.state.opened?.name !== name) this.turnTo(name);
    this.set({ ...this.state, listed, phase: "reading", failure: undefined });
    try {
      const [found, opened] = await Promise.all([this.client.listRosters({ parent: owner, pageSize: rows }), name === "" ? undefined : this.client.getRoster({ name })]);
      if (mine !== this.reading) return;
      this.set({ ...this.state, listed: found.rosters, phase: "read" });
      this.arrive(opened?.roster);
    } catch (error) {
      if (mine === this.reading) this.set({ ...this.state, phase: "failed", failure: failureOf(error) });
    }
  }

  get shifts(): readonly RosterShift[] {
    return shiftsWith(this.state.opened?.shifts ?? [], this.state.edits);
  }

  put = (shift: RosterShift): void => this.set({ ...this.state, edits: putShift(this.state.edits, shift) });

  remove = (id: string): void => this.set({ ...this.state, edits: removeShift(this.state.edits, id) });

  throwAway = (): void => this.set({ ...this.state, edits: noEdits, clash: undefined });

  /** Sends what was changed; the rest of what is changed meanwhile stays. */
  keep = async (requestId: string, reason: string, consents: readonly string[], decisions: Decision[] = []) => {
    const { opened, edits } = this.state;
    const answer = await this.client.changeShifts({ name: opened?.name ?? "", etag: opened?.etag ?? "", ...requestOf(edits, opened?.shifts ?? []), reason, consents: [...consents], decisions, requestId });
    this.set({ ...this.state, edits: without(this.state.edits, edits), clash: undefined });
    this.arrive(answer.roster);
    return answer;
  };

  /** The roster as an act left it. */
  took = (roster: Roster | undefined, open?: readonly OpenShift[]): void => {
    if (!roster) return;
    this.set({ ...this.state, ...(open && { open }), listed: [roster, ...this.state.listed.filter(({ name }) => name !== roster.name)] });
    if (this.state.opened?.name === roster.name) this.arrive(roster);
  };

  /** Whether anything is changed and not kept, in this roster or another. */
  get isUnkept(): boolean {
    return countOf(this.state.edits) > 0 || [...this.aside.keys()].some((name) => name !== this.state.opened?.name);
  }

  private turnTo(name: string): void {
    const { opened, edits, clash } = this.state;
    if (opened && countOf(edits) > 0) this.aside.set(opened.name, { opened, edits, clash });
    const back = this.aside.get(name);
    this.aside.delete(name);
    this.set({ ...nothing, ...back });
  }

  private arrive(roster: Roster | undefined): void {
    const { opened: before, edits, clash } = this.state;
    const isOther = before !== undefined && roster !== undefined && before.etag !== roster.etag;
    this.set({ ...this.state, opened: roster, clash: countOf(edits) === 0 ? undefined : isOther ? clashOf(edits, before, roster) : clash });
  }
}

function clashOf(edits: Edits, before: Roster, now: Roster): Clash {
  return { by: now.updatedBy, at: now.updateTime ? Number(now.updateTime.seconds) * 1000 : 0, shifts: clashes(edits, before.shifts, now.shifts) };
}
