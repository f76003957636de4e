import type { Client } from "@connectrpc/connect";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActing } from "../../acting/acting";
import { readingAdviceOf } from "../../acting/advice";
import { FailureBox } from "../../acting/FailureBox";
import { TroubleBox } from "../../acting/TroubleBox";
import { TextField } from "../../asking/TextField";
import { useAnswer } from "../../asking/useAnswer";
import { readAll } from "../../contracts/readAll";
import type { CheckFinding } from "../../generated/handhaving/capacity/v1/joint_check_pb";
import type { JointCheckService } from "../../generated/handhaving/capacity/v1/joint_check_service_pb";
import { useStore } from "../../time/store";
import { minuteOf } from "../../time/stretch";

interface Properties {
  client: Client<typeof JointCheckService>;
  owner: string;
  ownerName: string;
  /** Name of the check. */
  check: string;
  hasBegun: boolean;
}

const rows = 200;

/** What one's own organisation found at a check; the others cannot read it. */
export function FindingPart({ client, owner, ownerName, check, hasBegun }: Properties) {
  const { t } = useTranslation();
  const { acts, signInBeside } = useActing();
  const [text, setText] = useState("");
  const { answer, isAsking, failure, ask } = useAnswer<readonly CheckFinding[]>();
  const place = `finding ${check}`;
  const isBusy = useStore(acts).busy.has(place);
  const read = useCallback(() => void ask(() => readAll(async (pageToken) => {
    const { findings, nextPageToken } = await client.listCheckFindings({ parent: owner, jointCheck: check, pageSize: rows, pageToken });
    return { rows: findings, nextPageToken };
  })), [ask, client, owner, check]);
  useEffect(read, [read]);
  const file = async () => {
    const done = await acts.run(place, t("check.finding.filed"), (requestId) => client.fileCheckFinding({ parent: owner, jointCheck: check, text: text.trim(), requestId }));
    if (done) setText("");
    read();
  };
  return (
    <section aria-labelledby="findings-title" className="check-findings">
      <h4 id="findings-title">{t("check.finding.title", { name: ownerName })}</h4>
      <p className="quiet">{t("check.finding.own")}</p>
      <p role="status">{isAsking && t("check.reading")}</p>
      {failure && <FailureBox failure={failure} advice={readingAdviceOf(failure)} retry={read} signInBeside={signInBeside} />}
      {answer?.length === 0 && <p className="quiet">{t("check.finding.none")}</p>}
      <ul>{answer?.map((finding) => <li key={finding.name}>{finding.text} <span className="quiet">{t("check.finding.by", { who: finding.filedBy, time: minuteOf(finding.fileTime) })}</span></li>)}</ul>
      {hasBegun
        ? (
          <form aria-label={t("check.finding.new")} onSubmit={(event) => { event.preventDefault(); if (text.trim() !== "") void file(); }}>
            <TextField label={t("check.finding.text")} value={text} most={4000} lines={3} onChange={setText} />
            <div className="buttons"><button type="submit" className="main" disabled={isBusy || text.trim() === ""}>{t("check.finding.file")}</button></div>
          </form>
        )
        : <p className="check-early">{t("check.finding.early")}</p>}
      <TroubleBox place={place} />
    </section>
  );
}
