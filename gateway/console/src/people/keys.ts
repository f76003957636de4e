import { AbsenceCertainty, AbsenceKind, CompetenceDomain } from "../generated/handhaving/capacity/v1/people_pb";
import type nl from "../words/nl/pages/people.json";

const kinds = {
  [AbsenceKind.LEAVE]: "leave", [AbsenceKind.SICK]: "sick", [AbsenceKind.LONG_TERM_SICK]: "longTermSick", [AbsenceKind.TRAINING]: "training", [AbsenceKind.LENT_OUT]: "lentOut", [AbsenceKind.RESTRICTED]: "restricted",
  [AbsenceKind.NIGHT_EXEMPTION]: "nightExemption", [AbsenceKind.UNSPECIFIED]: "other",
} as const;
const certainties = { [AbsenceCertainty.EXPECTED]: "expected", [AbsenceCertainty.CONFIRMED]: "confirmed", [AbsenceCertainty.UNSPECIFIED]: "confirmed" } as const;
const domains = {
  [CompetenceDomain.PUBLIC_SPACE]: "publicSpace", [CompetenceDomain.ENVIRONMENT]: "environment", [CompetenceDomain.EDUCATION]: "education", [CompetenceDomain.PUBLIC_TRANSPORT]: "publicTransport",
  [CompetenceDomain.WORK_INCOME_CARE]: "workIncomeCare", [CompetenceDomain.GENERAL_DETECTION]: "generalDetection", [CompetenceDomain.UNSPECIFIED]: "other",
} as const;

/** Kinds that can be entered, in the order in which they are offered. */
export const enteredKinds = [AbsenceKind.LEAVE, AbsenceKind.SICK, AbsenceKind.LONG_TERM_SICK, AbsenceKind.TRAINING, AbsenceKind.LENT_OUT, AbsenceKind.RESTRICTED, AbsenceKind.NIGHT_EXEMPTION] as const;

export const kindKey = (kind: AbsenceKind): keyof typeof nl.absence.kind => kinds[kind];
export const certaintyKey = (certainty: AbsenceCertainty): keyof typeof nl.absence.certainty => certainties[certainty];
export const domainKey = (domain: CompetenceDomain): keyof typeof nl.domain => domains[domain];
