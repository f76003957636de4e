import en from "../en/pages/platform.json";
import nl from "../nl/pages/platform.json";
import { addWords } from "../pageWords";

addWords("platform", nl, en);
