import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { isActive } from "../assignment/active";
import { UnitsToSend } from "./UnitsToSend";

/** Who can go: shown at once while nobody is sent. When somebody is, it is asked for, so that one key pressed twice does not send two. */
export function Sending({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(!incident.assignments.some(isActive));
  if (isAsked) return <UnitsToSend incident={incident} />;
  return <p className="more-units"><button type="button" onClick={() => setAsked(true)}>{t("send.more")}</button></p>;
}
