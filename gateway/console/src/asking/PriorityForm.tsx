import { useTranslation } from "react-i18next";
import { useTyped } from "../typed/useTyped";
import { PriorityField } from "./PriorityField";
import { ReasonForm } from "./ReasonForm";

interface Properties {
  current: number;
  onSubmit: (priority: number, reason: string) => void;
  onLeave: () => void;
}

/** Another priority, with the reason that it needs. */
export function PriorityForm({ current, onSubmit, onLeave }: Properties) {
  const { t } = useTranslation();
  const [priority, setPriority] = useTyped("priority", () => current);
  return (
    <div className="plain">
      <PriorityField name="priority-form" priority={priority} onChange={setPriority} />
      <ReasonForm label={t("act.text.priority")} confirm={t("act.priority")} onLeave={onLeave} onSubmit={(reason) => onSubmit(priority, reason)} />
    </div>
  );
}
