import { useTranslation } from "react-i18next";
import type { Person } from "../session/person";
import { hasDesk } from "./pages";
import type nl from "../words/nl/shell.json";

// Who works with a page; the platform itself decides what each may do there.
const planning = ["planner", "police-chief", "mayor", "prosecutor", "permit-officer", "supervisor"];
const deciding = ["planner", "police-chief", "mayor", "prosecutor", "supervisor"];
const roles: Readonly<Record<keyof typeof nl.page, readonly string[]>> = {
  field: ["boa", "police"],
  wishes: ["boa", "police"],
  capacity: planning,
  conflicts: planning,
  rosters: ["planner"],
  staffing: deciding,
  themes: deciding,
  activities: deciding,
  presence: deciding,
  checks: ["planner"],
  officers: ["planner"],
  audit: ["auditor", "privacy-officer"],
  settings: ["functional-admin", "supervisor", "auditor", "privacy-officer"],
  platform: ["technical-admin", "functional-admin", "supervisor"],
};

/** Ways to the pages beside the desk that are for this person's work. */
export function PageLinks({ person }: { person: Person }) {
  const { t } = useTranslation();
  const mine = (Object.keys(roles) as (keyof typeof roles)[]).filter((page) => roles[page].some((role) => person.roles.includes(role)));
  return <>{hasDesk(person) && location.pathname !== "/" && <a className="page-link" href="/">{t("shell.desk")}</a>}{mine.map((page) => <a key={page} className="page-link" href={`/${page}`}>{t(`shell.page.${page}`)}</a>)}</>;
}
