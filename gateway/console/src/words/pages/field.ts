import en from "../en/pages/field.json";
import nl from "../nl/pages/field.json";
import { addWords } from "../pageWords";

addWords("field", nl, en);
