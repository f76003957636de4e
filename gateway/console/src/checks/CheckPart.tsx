import type { Client } from "@connectrpc/connect";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../acting/acting";
import { readingAdviceOf } from "../acting/advice";
import { FailureBox } from "../acting/FailureBox";
import { Guard } from "../acting/Guard";
import { useAnswer } from "../asking/useAnswer";
import { readAll } from "../contracts/readAll";
import type { JointCheck } from "../generated/handhaving/capacity/v1/joint_check_pb";
import type { JointCheckService } from "../generated/handhaving/capacity/v1/joint_check_service_pb";
import type { UnitService } from "../generated/handhaving/dispatch/v1/unit_service_pb";
import { useRows } from "../look/useRows";
import { useNow } from "../time/clock";
import { stretchOf } from "../time/stretch";
import { timeOfDay } from "../time/words";
import { CheckPanel } from "./CheckPanel";
import { momentOf } from "./checks";
import { NewCheck } from "./planning/NewCheck";

interface Properties {
  client: Client<typeof JointCheckService>;
  units: Client<typeof UnitService>;
  owner: string;
  organisations: readonly string[];
  nameOf: (owner: string) => string;
}

const rows = 200;

/** The checks that one organisation takes part in. */
export function CheckPart({ client, units, owner, organisations, nameOf }: Properties) {
  const { t } = useTranslation();
  const { signInBeside } = useActing();
  const now = useNow();
  const [opened, setOpened] = useState("");
  const { answer, answeredAt, isAsking, failure, ask } = useAnswer<readonly JointCheck[]>();
  const read = useCallback(() => void ask(() => readAll(async (pageToken) => {
    const { jointChecks, nextPageToken } = await client.listJointChecks({ parent: owner, pageSize: rows, pageToken });
    return { rows: jointChecks, nextPageToken };
  })), [ask, client, owner]);
  useEffect(read, [read]);
  const list = useRows((answer ?? []).map(({ name }) => name), opened === "" ? undefined : opened);
  const check = answer?.find(({ name }) => name === opened);
  return (
    <>
      <div className="check-fields">
        <button disabled={isAsking} onClick={read}>{t("check.readAgain")}</button>
        <p role="status">{isAsking ? t("check.reading") : answeredAt !== 0 ? t("check.readAt", { time: timeOfDay(answeredAt) }) : ""}</p>
      </div>
      <NewCheck client={client} units={units} owner={owner} organisations={organisations} nameOf={nameOf} onDone={(made) => { if (made) setOpened(made.name); read(); }} />
      {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={read} signInBeside={signInBeside} />}
      {answer?.length === 0 && <p className="nothing">{t("check.none")}</p>}
      {answer && answer.length > 0 && (
        <div className="check-layout">
          <section className="panel check-list" aria-labelledby="checks-title">
            <div className="panel-head"><h3 id="checks-title">{t("check.list")}</h3></div>
            <ul onKeyDown={list.onKeyDown}>
              {answer.map((one) => (
                <li key={one.name}>
                  <button className="row check-row" data-name={one.name} tabIndex={one.name === list.entry ? 0 : -1} aria-current={one.name === opened ? "true" : undefined} onClick={() => setOpened(one.name)}>
                    <strong>{one.displayName}</strong>
                    <span className={`check-moment ${momentOf(one, now)}`}>{t(`check.moment.${momentOf(one, now)}`)}</span>
                    <span>{t("check.when", { place: one.place, ...stretchOf(one) })}</span>
                    <span className="quiet">{one.participants.map(nameOf).join(", ")}</span>
                    {one.awaited.length > 0 && momentOf(one, now) === "ahead" && <span className="check-awaited">{t("check.awaited", { who: one.awaited.map(nameOf).join(", ") })}</span>}
                  </button>
                </li>
              ))}
            </ul>
          </section>
          {check && <Guard part={check.displayName} of={check.name}><CheckPanel key={check.name} client={client} owner={owner} check={check} moment={momentOf(check, now)} nameOf={nameOf} onChanged={read} onClose={() => setOpened("")} /></Guard>}
        </div>
      )}
    </>
  );
}
