import { ShortageCause } from "../generated/handhaving/capacity/v1/ledger_pb";
import { ReservationState } from "../generated/handhaving/capacity/v1/reservation_pb";
import { DecisionState, NotDoneKind, OptionKind, OptionObstacle, Stance, TriangleRole } from "../generated/handhaving/capacity/v1/triangle_pb";
import type nl from "../words/nl/pages/conflict.json";

type Keys<Words> = keyof Words;

// Words for what the contract has as numbers; one of a later version is `other`.
const causes = { [ShortageCause.STRENGTH_UNKNOWN]: "strengthUnknown", [ShortageCause.STRENGTH]: "strength", [ShortageCause.WATERLINE]: "waterline", [ShortageCause.COMPETING]: "competing", [ShortageCause.UNSPECIFIED]: "other" } as const;
const kinds = {
  [OptionKind.APPROVE]: "approve", [OptionKind.DISPLACE]: "displace", [OptionKind.REDUCE]: "reduce", [OptionKind.MOVE]: "move", [OptionKind.REFUSE]: "refuse", [OptionKind.ASSISTANCE]: "assistance",
  [OptionKind.LOWER_WATERLINE]: "lowerWaterline", [OptionKind.UNSPECIFIED]: "other",
} as const;
const obstacles = {
  [OptionObstacle.BEYOND_STRENGTH]: "beyondStrength", [OptionObstacle.ALREADY_SHORT]: "alreadyShort", [OptionObstacle.NOT_FREE]: "notFree", [OptionObstacle.NOTHING_FREE]: "nothingFree",
  [OptionObstacle.NO_OTHER_TIME]: "noOtherTime", [OptionObstacle.NOTHING_ASKED]: "nothingAsked", [OptionObstacle.UNSPECIFIED]: "other",
} as const;
const reservations = {
  [ReservationState.HELD]: "held", [ReservationState.CONFIRMED]: "confirmed", [ReservationState.REJECTED]: "rejected", [ReservationState.EXPIRED]: "expired", [ReservationState.RELEASED]: "released",
  [ReservationState.IN_CONFLICT]: "inConflict", [ReservationState.PARTIAL]: "partial", [ReservationState.DISPLACED]: "displaced", [ReservationState.UNSPECIFIED]: "other",
} as const;
const notDone = { [NotDoneKind.REFUSED]: "refused", [NotDoneKind.REDUCED]: "reduced", [NotDoneKind.DISPLACED]: "displaced", [NotDoneKind.UNSPECIFIED]: "other" } as const;
const decisions = { [DecisionState.DRAFT]: "draft", [DecisionState.ON_AGENDA]: "onAgenda", [DecisionState.EXECUTED]: "executed", [DecisionState.WITHDRAWN]: "withdrawn", [DecisionState.UNSPECIFIED]: "other" } as const;
const roles = { [TriangleRole.MAYOR]: "mayor", [TriangleRole.PROSECUTOR]: "prosecutor", [TriangleRole.POLICE_CHIEF]: "policeChief", [TriangleRole.UNSPECIFIED]: "other" } as const;
const stances = { [Stance.FOR]: "for", [Stance.AGAINST]: "against", [Stance.UNSPECIFIED]: "open" } as const;

const keyOf = <Key>(words: Readonly<Record<number, Key>>, value: number, other: Key): Key => words[value] ?? other;

export const causeKey = (cause: ShortageCause): Keys<typeof nl.cause> => keyOf(causes, cause, "other");
export const kindKey = (kind: OptionKind): Keys<typeof nl.option.kind> => keyOf(kinds, kind, "other");
export const obstacleKey = (obstacle: OptionObstacle): Keys<typeof nl.option.obstacle> => keyOf(obstacles, obstacle, "other");
export const reservationKey = (state: ReservationState): Keys<typeof nl.reservation> => keyOf(reservations, state, "other");
export const notDoneKey = (kind: NotDoneKind): "refused" | "reduced" | "displaced" | "other" => keyOf(notDone, kind, "other");
export const decisionKey = (state: DecisionState): Keys<typeof nl.decision.state> => keyOf(decisions, state, "other");
export const roleKey = (role: TriangleRole): Keys<typeof nl.vote.role> => keyOf(roles, role, "other");
export const stanceKey = (stance: Stance): Keys<typeof nl.vote.stance> => keyOf(stances, stance, "open");
