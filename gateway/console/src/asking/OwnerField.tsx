import { useTranslation } from "react-i18next";
import { teamName } from "../contracts/names";
import { platformOwner } from "../session/owners";

interface Properties {
  owners: readonly string[];
  owner: string;
  /** Names of municipalities by code and of teams by id, as far as they are known. */
  names?: ReadonlyMap<string, string>;
  onChange: (owner: string) => void;
}

/** Which municipality or team it is about. */
export function OwnerField({ owners, owner, names, onChange }: Properties) {
  const { t } = useTranslation();
  const called = (one: string) => {
    const [kind, id = ""] = one.split("/");
    if (one === platformOwner) return t("owner.platform");
    return kind === "teams" ? (names?.get(id) ?? t("owner.team", { id: teamName(id) })) : t("owner.municipality", { id: names?.get(id) ?? id });
  };
  return (
    <label className="field">{t("owner.label")}
      <select value={owner} onChange={(event) => onChange(event.target.value)}>
        {owners.map((one) => <option key={one} value={one}>{called(one)}</option>)}
      </select>
    </label>
  );
}
