import type { LineIndex } from '../text/line-index.ts';
import { Bibliographies } from './bibliographies.ts';
import { CombinedTexts } from './combined-texts.ts';
import { LARGEST } from './file-limit.ts';
import type { FoundBibliographies } from './found-bibliographies.ts';
import type { KnownMentions } from './mentions.ts';
import type { NameTable } from '../store/model.ts';
import { PrintedWorksMeant } from './printed-works-meant.ts';
import { defaultProject } from './project-file.ts';
import type { ProjectSettings } from './project-settings.ts';
import type { Project } from './project.ts';
import { Registers } from './registers.ts';
import { RememberedScopes } from './remembered-scopes.ts';
import { ResolvingDocuments } from './resolving-documents.ts';
import { Styles } from './styles.ts';
import type { DocumentSummary } from './summary.ts';
import type { Unreadable } from './unreadable.ts';

/** A bibliography or register as it lies in the workspace. */
export interface Loaded<Content> {
  readonly path: string;
  readonly lines: LineIndex;
  readonly content: Content;
}

/** What is kept of a workspace: `LibraryKeeper` writes it, `Library` answers out of it. */
export class LibraryState {
  /** Files of more bytes are not read. */
  largest = LARGEST;
  project: Project = defaultProject;
  projectLines: LineIndex | null = null;
  files: ReadonlySet<string> = new Set();
  readonly documents = new Map<string, DocumentSummary>();
  readonly bibliographies = new Bibliographies();
  readonly unreadable = new Map<string, Unreadable>();
  /** Of what lies outside, and may not be read, the folder in which it lies. */
  readonly foldersOutside = new Map<string, string>();
  readonly registers = new Registers();
  readonly inherited = new Map<string, Loaded<ProjectSettings>>();
  /** Which documents make one text. */
  readonly texts = new CombinedTexts(this);
  readonly scopes = new RememberedScopes();
  /** Grows with every change of which bibliographies documents cite from. */
  scopesVersion = 0;
  /** Grows with every change of what documents share. */
  changes = 0;
  /** Documents with citations that wait for whatever bibliography may know them. */
  readonly dangling = new Set<string>();
  /** What is meant where quotations are attributed in the manner of print. */
  readonly printed = new PrintedWorksMeant();
  /** Documents with entries of their own, in their front matter. */
  readonly referring = new Set<string>();
  /** The citation styles that are named. */
  readonly styles = new Styles();
  /** Files of which an earlier reading counts, because another program seems to be writing them. */
  readonly inDoubt = new Set<string>();
  /** Whether bibliographies count that nobody names. */
  looksBeside = true;
  /** The person's own library, which lies where it lies. */
  ownLibrary: readonly string[] = [];
  /** Bibliographies that were read though nobody names them: only their cited entries are anybody's business. */
  readonly merelyFound = new Set<string>();
  /** What lies in each folder and may be a bibliography, put together when somebody asks. */
  lying: FoundBibliographies | null = null;
  readonly resolving = new ResolvingDocuments();
  /** Who is named in the documents; asks the library in turn, and so comes after it. */
  mentions!: KnownMentions;

  /** `outside`: where paths lead that lead out of the workspace, as `FileSystem` has it. */
  constructor(
    readonly index: NameTable,
    readonly outside: (folder: string, written: string) => string | null,
  ) {}
}
