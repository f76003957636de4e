import en from "../en/pages/theme.json";
import nl from "../nl/pages/theme.json";
import { addWords } from "../pageWords";

addWords("theme", nl, en);
