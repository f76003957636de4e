import { useTranslation } from "react-i18next";
import { services, type LogService } from "../log";

interface Properties {
  service: LogService;
  onChange: (service: LogService) => void;
}

/** Whose log is read: each service keeps its own. */
export function ServiceField({ service, onChange }: Properties) {
  const { t } = useTranslation();
  return (
    <label className="field">{t("audit.service.label")}
      <select value={service} onChange={(event) => onChange(services.find((one) => one === event.target.value) ?? "dispatch")}>
        {services.map((one) => <option key={one} value={one}>{t(`audit.service.${one}`)}</option>)}
      </select>
    </label>
  );
}
