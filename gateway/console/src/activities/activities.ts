import { ActivityKind, type Activity, type ReportedActivity } from "../generated/handhaving/capacity/v1/activity_pb";
import { dayOfDate } from "../time/date";

const keys = { [ActivityKind.PROJECT]: "project", [ActivityKind.PREVENTION]: "prevention", [ActivityKind.TRAFFIC]: "traffic", [ActivityKind.UNSPECIFIED]: "other" } as const;

export const kinds = [ActivityKind.PROJECT, ActivityKind.PREVENTION, ActivityKind.TRAFFIC] as const;

export const kindKey = (kind: ActivityKind) => keys[kind];

/** Whether no hours are planned for it any more: its money ended before this day. */
export const isOver = ({ fundingEndDate }: Activity, today: string): boolean => fundingEndDate !== undefined && dayOfDate(fundingEndDate) < today;

/** Hours of an organisation on an activity: promised, and of those planned and made. */
export interface PartnerHours {
  organisation: string;
  police: boolean;
  promised: number;
  planned: number;
  delivered: number;
}

export function partnerHours({ name, partners }: Activity, reported: readonly ReportedActivity[]): PartnerHours[] {
  return partners.map(({ organisation, police, hours }) => {
    const told = reported.find((one) => one.activity === name && one.organisation === organisation);
    return { organisation, police, promised: hours, planned: told?.plannedHours ?? 0, delivered: told?.deliveredHours ?? 0 };
  });
}
