import i18next from "i18next";
import type activity from "./nl/pages/activity.json";
import type audit from "./nl/pages/audit.json";
import type capacity from "./nl/pages/capacity.json";
import type check from "./nl/pages/check.json";
import type conflict from "./nl/pages/conflict.json";
import type field from "./nl/pages/field.json";
import type people from "./nl/pages/people.json";
import type platform from "./nl/pages/platform.json";
import type position from "./nl/pages/position.json";
import type presence from "./nl/pages/presence.json";
import type reason from "./nl/pages/reason.json";
import type roster from "./nl/pages/roster.json";
import type setting from "./nl/pages/setting.json";
import type staffing from "./nl/pages/staffing.json";
import type table from "./nl/pages/table.json";
import type theme from "./nl/pages/theme.json";
import type wish from "./nl/pages/wish.json";

/** Texts of pages beside the desk, which come with their pages. */
export interface PageWords {
  activity: typeof activity;
  audit: typeof audit;
  capacity: typeof capacity;
  check: typeof check;
  conflict: typeof conflict;
  field: typeof field;
  people: typeof people;
  platform: typeof platform;
  position: typeof position;
  presence: typeof presence;
  reason: typeof reason;
  roster: typeof roster;
  setting: typeof setting;
  staffing: typeof staffing;
  table: typeof table;
  theme: typeof theme;
  wish: typeof wish;
}

/** Adds the texts of a page: what the desk loads first does not carry them. */
export function addWords<Page extends keyof PageWords>(page: Page, nl: PageWords[Page], en: PageWords[Page]): void {
  i18next.addResourceBundle("nl", "translation", { [page]: nl }, true, true);
  i18next.addResourceBundle("en", "translation", { [page]: en }, true, true);
}
