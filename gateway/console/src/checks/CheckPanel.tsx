import type { Client } from "@connectrpc/connect";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { JointCheck } from "../generated/handhaving/capacity/v1/joint_check_pb";
import type { JointCheckService } from "../generated/handhaving/capacity/v1/joint_check_service_pb";
import { minuteOf, stretchOf } from "../time/stretch";
import { unitsOf, type CheckMoment } from "./checks";
import { FindingPart } from "./findings/FindingPart";

interface Properties {
  client: Client<typeof JointCheckService>;
  owner: string;
  check: JointCheck;
  moment: CheckMoment;
  nameOf: (owner: string) => string;
  onClose: () => void;
}

/** One check: where and when, who takes part with which units, and what one's own organisation found. */
export function CheckPanel({ client, owner, check, moment, nameOf, onClose }: Properties) {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className="panel check-panel" aria-labelledby="check-title" onKeyDown={(event) => { if (event.key === "Escape" && !event.defaultPrevented) onClose(); }}>
      <div className="panel-head">
        <h3 id="check-title" ref={title} tabIndex={-1}>{check.displayName}</h3>
        <button onClick={onClose}>{t("check.close")} <kbd>{t("key.escape")}</kbd></button>
      </div>
      <div className="check-body">
        <p>{t("check.when", { place: check.place, ...stretchOf(check) })} <span className={`check-moment ${moment}`}>{t(`check.moment.${moment}`)}</span></p>
        <p className="quiet">{t("check.plannedBy", { who: check.plannedBy, owner: nameOf(check.name.split("/", 2).join("/")), time: minuteOf(check.planTime) })}</p>
        <section aria-labelledby="participants-title">
          <h4 id="participants-title">{t("check.participants")}</h4>
          <ul>{check.participants.map((one) => <li key={one}><strong>{nameOf(one)}</strong>: {unitsOf(check.units, one).join(", ")}</li>)}</ul>
        </section>
        <FindingPart client={client} owner={owner} ownerName={nameOf(owner)} check={check.name} hasBegun={moment !== "ahead"} />
      </div>
    </section>
  );
}
