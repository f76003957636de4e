import { useTranslation } from "react-i18next";
import { isActive } from "../../assignment/active";
import type { Incident } from "../../generated/handhaving/dispatch/v1/incident_pb";
import { assignmentKey } from "../../incident/states";

/** Who else goes there, or is there. */
export function Others({ incident, own }: { incident: Incident; own: string }) {
  const { t } = useTranslation();
  const others = incident.assignments.filter((assignment) => assignment.name !== own && isActive(assignment));
  if (others.length === 0) return null;
  return (
    <>
      <h3>{t("field.others")}</h3>
      <ul>{others.map(({ name, callSign, state }) => <li key={name}><strong>{callSign}</strong> {t(`assignment.state.${assignmentKey(state)}`)}</li>)}</ul>
    </>
  );
}
