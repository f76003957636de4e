import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActingContext } from "../acting/acting";
import { SessionEnd } from "../session/SessionEnd";
import "../shell/desk.css";
import { Done } from "../shell/Done";
import type { PageProperties } from "../shell/pages";
import { PersonMenu } from "../shell/PersonMenu";
import "../words/pages/field";
import "../words/pages/position";
import { TopBar } from "../shell/TopBar";
import { useStore } from "../time/store";
import { DutyEnded } from "./duty/DutyEnded";
import { SignOn } from "./duty/SignOn";
import { Looking } from "./duty/Looking";
import { Emergency } from "./Emergency";
import "./field.css";
import { FieldContext, openField, startField } from "./field";
import { OnDuty } from "./OnDuty";
import { NewVersion } from "./phone/NewVersion";
import { OnThisPhone } from "./phone/OnThisPhone";
import { Unreadable } from "./unsent/Unreadable";
import { UnsentList } from "./unsent/UnsentList";

/** What a crew has in its hand: its duty, its job, and what was not sent yet. */
export default function FieldPage({ session, person, configuration }: PageProperties) {
  const { t } = useTranslation();
  const [field] = useState(() => openField(session, person, configuration));
  useEffect(() => startField(field), [field]);
  const duty = useStore(field.duty);
  return (
    <FieldContext value={field}><ActingContext value={field}>
      <link rel="manifest" href="/manifest.webmanifest" />
      <link rel="apple-touch-icon" href="/icons/icon-192.png" />
      <meta name="theme-color" content="#151d27" />
      <div className="field-page">
        <a className="skip" href="#work">{t("field.skip")}</a>
        <TopBar>
          <span className="filler" />
          <PersonMenu session={session} person={person} />
        </TopBar>
        <SessionEnd session={session} />
        <NewVersion />
        <main id="work" tabIndex={-1}>
          <Unreadable />
          <UnsentList />
          {duty.phase === "looking" && <Looking failure={duty.failure} />}
          {duty.phase === "off" && duty.endedFor !== "" && <DutyEnded unit={duty.endedFor} />}
          {duty.phase === "off" && <SignOn units={duty.units} />}
          {duty.phase === "on" && <OnDuty key={duty.unit} feed={duty.feed} />}
          <Emergency />
          <OnThisPhone />
          <Done />
        </main>
      </div>
    </ActingContext></FieldContext>
  );
}
