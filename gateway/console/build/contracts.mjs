// Generates the types of the contracts into src/generated, with the npm packages alone.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const console_ = fileURLToPath(new URL("..", import.meta.url));
const google = join(console_, "../../protos/third_party/google/rpc");
if (!existsSync(google)) throw new Error("The google protos come with the build of the contracts: dotnet build protos/Handhaving.Protos.csproj");

const bin = join(console_, "node_modules/.bin");
execFileSync(join(bin, "buf"), ["generate"], {
  cwd: console_,
  env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  stdio: "inherit",
});
