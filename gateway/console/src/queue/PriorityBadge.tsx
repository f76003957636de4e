import { useTranslation } from "react-i18next";

/** Priority 1-5 as a number, a colour and a shape; 0 = not classified yet. */
export function PriorityBadge({ priority }: { priority: number }) {
  const { t } = useTranslation();
  return (
    <span className={`priority p${priority}`}>
      <span className="unseen">{priority === 0 ? t("queue.unclassified") : t("queue.priority", { priority })}</span>
      <span aria-hidden>{priority === 0 ? "?" : priority}</span>
    </span>
  );
}
