import { AssignmentState } from "../../generated/handhaving/dispatch/v1/assignment_pb";
import { EndedBy, type EndedJob, type UnitNow } from "../../generated/handhaving/dispatch/v1/board_service_pb";
import { Store } from "../../time/store";
import { millisecondsOf } from "../../time/timestamp";
import type { UnitFeed } from "../duty/unitFeed";
import type { OutboxState } from "../unsent/outbox";
import { isEndedBy, jobOf, type Job } from "../job/job";

/** A job that went without this phone having ended it. */
export interface Gone {
  /** Name of the assignment. */
  assignment: string;
  number: string;
  /** What this phone knew of it; undefined where the page was not open then. */
  about: { type: string; typeDisplayName?: string; priority: number; place: string } | undefined;
  /** How it ended; UNSPECIFIED where the platform does not tell that. */
  how: AssignmentState;
  by: EndedBy;
  /** As it was given; empty when none was. */
  reason: string;
  /** By the platform's clock, in milliseconds since 1970; when this phone saw it go, where more is not told. */
  at: number;
}

/** What outlives a reload of the page. */
export interface KeptGone {
  readGone: () => readonly Gone[];
  writeGone: (gone: readonly Gone[]) => void;
  /** Names of assignments whose end is no news here. */
  readSeen: () => readonly string[];
  writeSeen: (assignments: readonly string[]) => void;
}

const seenKept = 20;
const fresh = 60_000; // milliseconds

/** Jobs that were taken away, until somebody says to have seen that: who is under way to one must not find an empty page, nor after a reload. */
export class GoneJobs extends Store<readonly Gone[]> {
  /** @param told what this phone told itself. */
  constructor(private readonly kept: KeptGone, private readonly told: () => Pick<OutboxState, "unsent" | "sent">) {
    super(kept.readGone());
  }

  /** Watches what one unit is sent to; gives what ends that. */
  watch = (feed: Pick<UnitFeed, "state" | "follow" | "platformNow">): (() => void) => {
    let job: Job | undefined;
    const look = () => {
      const { now, line } = feed.state;
      if (now && line.phase === "live") {
        this.compare(job, now, feed.platformNow());
        if (job?.assignment.name !== now.unit?.assignment) job = undefined;
      }
      job = jobOf(now, this.told()) ?? job;
    };
    look();
    return feed.follow(look);
  };

  /** This phone declines: when it goes then, nobody took it. Gives what takes that back. */
  declines = (assignment: string): (() => void) => {
    this.noteSeen(assignment);
    return () => this.kept.writeSeen(this.kept.readSeen().filter((one) => one !== assignment));
  };

  seen = (assignment: string): void => {
    this.noteSeen(assignment);
    this.keep(this.state.filter((one) => one.assignment !== assignment));
  };

  /** The duty is over, and with it what was to be known. */
  forget = (): void => this.keep([]);

  private compare(before: Job | undefined, { unit, lastEnded }: UnitNow, at: number): void {
    const name = before?.assignment.name;
    if (lastEnded && (isForOthers(lastEnded) || isFreshDecline(lastEnded, at))) this.tell(goneOf(lastEnded, name === lastEnded.assignment ? before : undefined, at));
    if (before && name !== unit?.assignment && name !== lastEnded?.assignment) this.tell(vanished(before, at));
  }

  private tell(gone: Gone): void {
    const { assignment } = gone;
    if (isEndedBy(this.told(), assignment)) this.noteSeen(assignment);
    else if (!this.kept.readSeen().includes(assignment) && this.state.every((one) => one.assignment !== assignment)) this.keep([...this.state, gone]);
  }

  private noteSeen(assignment: string): void {
    const before = this.kept.readSeen();
    if (!before.includes(assignment)) this.kept.writeSeen([...before, assignment].slice(-seenKept));
  }

  private keep(gone: readonly Gone[]): void {
    this.kept.writeGone(gone);
    this.set(gone);
  }
}

// What a colleague finished needs no notice.
function isForOthers({ endedBy }: EndedJob): boolean {
  return endedBy !== EndedBy.CREW;
}

// That a colleague declined an offer does, for all of the crew heard it sound; not to a phone that comes later.
function isFreshDecline({ state, endTime }: EndedJob, at: number): boolean {
  return state === AssignmentState.DECLINED && endTime !== undefined && at - millisecondsOf(endTime) < fresh;
}

function goneOf({ assignment, incidentNumber, state, endedBy, reason, endTime }: EndedJob, job: Job | undefined, at: number): Gone {
  return { assignment, number: incidentNumber, about: job && aboutOf(job), how: state, by: endedBy, reason, at: endTime ? millisecondsOf(endTime) : at };
}

// A platform of before this was told, or a job that another took the place of so soon that this one was not told.
function vanished(job: Job, at: number): Gone {
  const { assignment, incident } = job;
  const isExpired = job.state === AssignmentState.OFFERED && assignment.expireTime !== undefined && millisecondsOf(assignment.expireTime) <= at;
  return { assignment: assignment.name, number: incident.number, about: aboutOf(job), how: isExpired ? AssignmentState.EXPIRED : AssignmentState.UNSPECIFIED, by: EndedBy.UNSPECIFIED, reason: "", at };
}

function aboutOf({ incident }: Job): Gone["about"] {
  return { type: incident.type, typeDisplayName: incident.typeDisplayName, priority: incident.priority, place: incident.location?.description ?? "" };
}
