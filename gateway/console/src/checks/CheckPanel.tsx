import type { Client } from "@connectrpc/connect";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { JointCheck } from "../generated/handhaving/capacity/v1/joint_check_pb";
import type { JointCheckService } from "../generated/handhaving/capacity/v1/joint_check_service_pb";
import { minuteOf, stretchOf } from "../time/stretch";
import { AnswerForm } from "./answering/AnswerForm";
import { CancelButton } from "./answering/CancelButton";
import { answersOf, plannerOf, type CheckMoment } from "./checks";
import { FindingPart } from "./findings/FindingPart";
import { Participants } from "./Participants";

interface Properties {
  client: Client<typeof JointCheckService>;
  owner: string;
  check: JointCheck;
  moment: CheckMoment;
  nameOf: (owner: string) => string;
  onChanged: (check: JointCheck | undefined) => void;
  onClose: () => void;
}

/** One check: where and when, who takes part with which units, and what one's own organisation found. */
export function CheckPanel({ client, owner, check, moment, nameOf, onChanged, onClose }: Properties) {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const isOpen = moment === "ahead" || moment === "running";
  const declined = answersOf(check).some(({ participant, stance }) => participant === owner && stance === "declines");
  return (
    <section className="panel check-panel" aria-labelledby="check-title" onKeyDown={(event) => { if (event.key === "Escape" && !event.defaultPrevented) onClose(); }}>
      <div className="panel-head">
        <h3 id="check-title" ref={title} tabIndex={-1}>{check.displayName}</h3>
        <button onClick={onClose}>{t("check.close")} <kbd>{t("key.escape")}</kbd></button>
      </div>
      <div className="check-body">
        <p>{t("check.when", { place: check.place, ...stretchOf(check) })} <span className={`check-moment ${moment}`}>{t(`check.moment.${moment}`)}</span></p>
        <p className="quiet">{t("check.plannedBy", { who: check.plannedBy, owner: nameOf(plannerOf(check)), time: minuteOf(check.planTime) })}</p>
        {check.cancelReason !== "" && <p className="check-early">{t("check.cancelled", { reason: check.cancelReason })}</p>}
        <Participants check={check} nameOf={nameOf} />
        {isOpen && plannerOf(check) !== owner && <AnswerForm client={client} owner={owner} check={check} onDone={onChanged} />}
        {isOpen && plannerOf(check) === owner && <CancelButton client={client} check={check.name} onDone={onChanged} />}
        {moment !== "cancelled" && !declined && <FindingPart client={client} owner={owner} ownerName={nameOf(owner)} check={check.name} hasBegun={moment !== "ahead"} />}
      </div>
    </section>
  );
}
