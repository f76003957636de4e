/** Code of the municipality in a resource name; undefined where there is none, as in a police unit's. */
export function municipalityOf(name: string): string | undefined {
  return /^municipalities\/([0-9]{4})(\/|$)/.exec(name)?.[1];
}

/** How a team is called, of its id: `Brunssum-Landgraaf`. */
export function teamName(id: string): string {
  return id.replaceAll(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

/** Owner of a resource: `municipalities/0888` or `teams/westelijke-mijnstreek`. */
export function ownerOf(name: string): string {
  return name.split("/", 2).join("/");
}

/** Name of the incident in the name of one of its assignments; empty when it is none. */
export function incidentOf(assignment: string): string {
  return /^(municipalities\/[0-9]{4}\/incidents\/[^/]+)\/assignments\//.exec(assignment)?.[1] ?? "";
}
