import { useTranslation } from "react-i18next";
import type { Person } from "../session/person";

// Who works with a page; the platform itself decides what each may do there.
const roles = { field: ["boa", "police"], audit: ["auditor", "privacy-officer"], platform: ["technical-admin", "functional-admin", "supervisor"] } as const;

/** Ways to the pages beside the desk that are for this person's work. */
export function PageLinks({ person }: { person: Person }) {
  const { t } = useTranslation();
  const mine = (Object.keys(roles) as (keyof typeof roles)[]).filter((page) => roles[page].some((role) => person.roles.includes(role)));
  return mine.map((page) => <a key={page} className="page-link" href={`/${page}`}>{t(`shell.page.${page}`)}</a>);
}
