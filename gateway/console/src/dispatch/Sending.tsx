import { useTranslation } from "react-i18next";
import { isActive } from "../assignment/active";
import { useDesk } from "../desk/desk";
import type { Incident } from "../generated/handhaving/dispatch/v1/incident_pb";
import { useStore } from "../time/store";
import { UnitsToSend } from "./UnitsToSend";

/** Who can go: shown at once while nobody is sent. When somebody is, it is asked for, each time anew, so that one key pressed twice does not send two. */
export function Sending({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const { selection } = useDesk();
  const { sendsBeside } = useStore(selection);
  const sent = incident.assignments.filter(isActive).length;
  if (sent === 0 || sendsBeside === incident.assignments.length) return <UnitsToSend key={sent} incident={incident} />;
  return <p className="more-units"><button type="button" onClick={() => selection.sendBeside(incident.assignments.length)}>{t("send.more")} <kbd>/j</kbd></button></p>;
}
