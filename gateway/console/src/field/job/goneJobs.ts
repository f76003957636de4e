import { AssignmentState, ReportedBy, type Assignment } from "../../generated/handhaving/dispatch/v1/assignment_pb";
import type { Incident } from "../../generated/handhaving/dispatch/v1/incident_pb";
import { Store } from "../../time/store";
import { millisecondsOf } from "../../time/timestamp";
import type { UnitFeed } from "../duty/unitFeed";
import type { OutboxState } from "../unsent/outbox";
import { isEndedBy, jobOf, type Job } from "./job";

/** A job that went without this phone having ended it. */
export interface Gone {
  job: Job;
  /** How it ended; UNSPECIFIED where that is not told to a crew that lost it. */
  how: AssignmentState;
  /** As the desk gave it; empty when that is not told. */
  reason: string;
  byDesk: boolean;
  /** By the platform's clock, in milliseconds since 1970; when this phone saw it go, where more is not told. */
  at: number;
}

/** Jobs that were taken away, until somebody says to have seen that: who is under way to one must not find an empty page. */
export class GoneJobs extends Store<readonly Gone[]> {
  private readonly declining = new Set<string>();

  /**
   * @param read gives an incident as the crew may read it; refused for one that is not its task any more.
   * @param told what this phone told itself.
   */
  constructor(private readonly read: (incident: string) => Promise<Incident | undefined>, private readonly told: () => Pick<OutboxState, "unsent" | "sent">) {
    super([]);
  }

  /** Watches what one unit is sent to; gives what ends that. */
  watch = (feed: Pick<UnitFeed, "state" | "follow" | "platformNow">): (() => void) => {
    let job: Job | undefined;
    const look = () => {
      const { now, line } = feed.state;
      const at = now?.unit?.assignment ?? "";
      if (job && line.phase === "live" && job.assignment.name !== at) {
        void this.went(job, now?.incident, feed.platformNow());
        job = undefined;
      }
      job = jobOf(now, this.told()) ?? job;
    };
    look();
    return feed.follow(look);
  };

  /** This phone declines: when it goes then, nobody took it. Gives what takes that back. */
  declines = (assignment: string): (() => void) => {
    this.declining.add(assignment);
    return () => this.declining.delete(assignment);
  };

  seen = (assignment: string): void => this.set(this.state.filter(({ job }) => job.assignment.name !== assignment));

  private async went(job: Job, shown: Incident | undefined, at: number): Promise<void> {
    const { name } = job.assignment;
    if (this.declining.has(name) || isEndedBy(this.told(), name)) return;
    const ended = endedIn(shown, name) ?? (isExpired(job, at) ? undefined : endedIn(await this.read(job.incident.name).catch(() => undefined), name));
    if (ended?.endReport?.reportedBy === ReportedBy.UNIT) return; // a colleague of the crew
    this.set([...this.state, {
      job,
      how: ended?.state ?? (isExpired(job, at) ? AssignmentState.EXPIRED : AssignmentState.UNSPECIFIED),
      reason: ended?.endReason ?? "",
      byDesk: ended !== undefined && ended.state !== AssignmentState.EXPIRED,
      at: ended?.endTime ? millisecondsOf(ended.endTime) : at,
    }]);
  }
}

function endedIn(incident: Incident | undefined, name: string): Assignment | undefined {
  const assignment = incident?.assignments.find((one) => one.name === name);
  return assignment && assignment.state > AssignmentState.ON_SCENE ? assignment : undefined;
}

function isExpired({ assignment, state }: Job, at: number): boolean {
  return state === AssignmentState.OFFERED && assignment.expireTime !== undefined && millisecondsOf(assignment.expireTime) <= at;
}
