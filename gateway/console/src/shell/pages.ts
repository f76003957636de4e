import type { ComponentType } from "react";
import type { Configuration } from "../configuration/configuration";
import type { Person } from "../session/person";
import type { Session } from "../session/session";
import { PageComing } from "./Coming";
import { later } from "./later";

export interface PageProperties {
  session: Session;
  person: Person;
  configuration: Configuration;
}

/** Pages beside the desk, by the first part of their address; each is loaded when it is opened. */
export const pages: Readonly<Record<string, ComponentType<PageProperties>>> = {
  field: later(() => import("../field/FieldPage"), PageComing),
  audit: later(() => import("../audit/AuditPage"), PageComing),
  capacity: later(() => import("../capacity/CapacityPage"), PageComing),
  conflicts: later(() => import("../conflicts/ConflictPage"), PageComing),
  rosters: later(() => import("../rosters/RosterPage"), PageComing),
  staffing: later(() => import("../staffing/StaffingPage"), PageComing),
  activities: later(() => import("../activities/ActivityPage"), PageComing),
  presence: later(() => import("../presence/PresencePage"), PageComing),
  checks: later(() => import("../checks/CheckPage"), PageComing),
  wishes: later(() => import("../wishes/WishPage"), PageComing),
  themes: later(() => import("../themes/ThemePage"), PageComing),
  officers: later(() => import("../people/OfficerPage"), PageComing),
  settings: later(() => import("../settings/SettingsPage"), PageComing),
  platform: later(() => import("../platform/PlatformPage"), PageComing),
};

// Who may watch the board of a team.
const deskRoles: readonly string[] = ["centralist", "supervisor"];

/** Whether somebody can work at a desk: then it is where they begin, and where they can always go back to. */
export function hasDesk({ roles, teams }: Pick<Person, "roles" | "teams">): boolean {
  return teams.length > 0 && roles.some((role) => deskRoles.includes(role));
}

// Who does not work at a desk.
const homes: Readonly<Record<string, string>> = { auditor: "audit", "privacy-officer": "audit", "technical-admin": "platform", planner: "capacity", "police-chief": "capacity", mayor: "conflicts", prosecutor: "conflicts", "permit-officer": "capacity", "functional-admin": "settings" };

/** First part of the address where somebody begins; empty = the desk. */
export function homeOf(person: Pick<Person, "roles" | "teams">): string {
  if (hasDesk(person)) return "";
  return person.roles.map((role) => homes[role]).find((home) => home !== undefined) ?? "";
}
