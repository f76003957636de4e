import { useTranslation } from "react-i18next";
import { teamName } from "../contracts/names";

interface Properties {
  owners: readonly string[];
  owner: string;
  /** Names of municipalities by code, as far as they are known. */
  names?: ReadonlyMap<string, string>;
  onChange: (owner: string) => void;
}

/** Which municipality or team it is about. */
export function OwnerField({ owners, owner, names, onChange }: Properties) {
  const { t } = useTranslation();
  return (
    <label className="field">{t("owner.label")}
      <select value={owner} onChange={(event) => onChange(event.target.value)}>
        {owners.map((one) => {
          const [kind, id = ""] = one.split("/");
          return <option key={one} value={one}>{t(kind === "teams" ? "owner.team" : "owner.municipality", { id: names?.get(id) ?? (kind === "teams" ? teamName(id) : id) })}</option>;
        })}
      </select>
    </label>
  );
}
