import type { ImportWish } from './rules-api';

type Mode = ImportWish['mode'];

type ImportChoiceProps = {
  mode: Mode;
  ruleCount: number;
  onFile: (file: File | undefined) => void;
  onMode: (mode: Mode) => void;
};

/** Which file, and whether it adds to the rules or takes their place. */
export function ImportChoice({ mode, ruleCount, onFile, onMode }: ImportChoiceProps) {
  return (
    <>
      <label htmlFor="import-file" className="mt-4 block text-sm font-semibold">
        CSV file
      </label>
      <p id="import-file-hint" className="mt-1 text-sm leading-relaxed break-words text-ink-soft">
        First line: <code>asking_location,network,protocol,location,overflow,note</code>. Overflow locations with a |
        between them. An export is a file to begin with.
      </p>
      <input
        id="import-file"
        type="file"
        accept=".csv,text/csv"
        aria-describedby="import-file-hint"
        onChange={(event) => onFile(event.target.files?.[0])}
        className="mt-2 block w-full text-[0.9375rem] file:mr-3 file:min-h-11 file:rounded-control file:border
          file:border-line file:bg-surface file:px-4 file:font-semibold file:text-ink hover:file:border-ink-soft"
      />
      {ruleCount > 0 && (
        <fieldset className="mt-5">
          <legend className="text-sm font-semibold">What about the rules there are?</legend>
          <Choice
            name="Keep them, and add those of the file"
            isChosen={mode === 'add'}
            onChoose={() => onMode('add')}
          />
          <Choice
            name={`Replace them all (${ruleCount})`}
            isChosen={mode === 'replace'}
            onChoose={() => onMode('replace')}
          />
        </fieldset>
      )}
    </>
  );
}

function Choice({ name, isChosen, onChoose }: { name: string; isChosen: boolean; onChoose: () => void }) {
  return (
    <label className="flex min-h-11 items-center gap-2.5 text-[0.9375rem]">
      <input type="radio" name="import-mode" className="size-4 accent-accent" checked={isChosen} onChange={onChoose} />
      {name}
    </label>
  );
}
