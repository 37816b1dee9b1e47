import { type DrawnImage, type DrawnStorage, shortName } from '#domain/engine/engine-drawing.ts'
import { formatBytes } from '#ui/format-bytes.ts'

export function StorageList({ storage }: { storage: DrawnStorage[] }) {
  return (
    <div>
      <h3 id="engine-storage">Volumes and bind mounts</h3>
      {storage.length === 0 ? (
        <p className="engine-note">None yet</p>
      ) : (
        <ul className="engine-rows" aria-labelledby="engine-storage">
          {storage.map((each) => (
            <StorageRow key={`${each.kind} ${each.source}`} storage={each} />
          ))}
        </ul>
      )}
    </div>
  )
}

function StorageRow({ storage: { kind, source, users } }: { storage: DrawnStorage }) {
  return (
    <li data-kind={kind} data-flip-id={`${kind} ${source}`} data-unused={users.length === 0 || undefined}>
      <b translate="no" title={source}>
        {shortName(source)}
      </b>{' '}
      <span className="engine-soft">{kind === 'volume' ? 'volume' : 'of the host'}</span>
      {users.length === 0 ? (
        <span className="engine-users engine-soft">not used</span>
      ) : (
        <ul className="engine-users">
          {users.map(({ container, target, isReadOnly }) => (
            <li key={`${container} ${target}`}>
              <span aria-hidden="true">↳&nbsp;</span>
              <b translate="no">{container}</b>{' '}
              <span className="engine-code" translate="no">
                {target}
              </span>
              {isReadOnly && <span className="engine-soft"> read-only</span>}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

export function ImageList({ used, unused }: { used: DrawnImage[]; unused: DrawnImage[] }) {
  return (
    <div>
      <h3 id="engine-images">Images</h3>
      {used.length > 0 && (
        <ul className="engine-rows" aria-labelledby="engine-images">
          {used.map((image) => (
            <li key={image.id} data-kind="image" data-flip-id={image.id}>
              <ImageName image={image} />
              <span className="engine-users">
                <span aria-hidden="true">↳&nbsp;</span>
                <span className="sr-only">used by </span>
                <b translate="no">{image.users.join(', ')}</b>
              </span>
            </li>
          ))}
        </ul>
      )}
      {unused.length > 0 && (
        <>
          <p className="engine-note" id="engine-unused">
            {used.length > 0 ? 'Not used by a container:' : 'No container uses one:'}
          </p>
          <ul className="engine-chips" aria-labelledby="engine-unused">
            {unused.map((image) => (
              <li key={image.id} data-flip-id={image.id}>
                <ImageName image={image} />
              </li>
            ))}
          </ul>
        </>
      )}
      {used.length + unused.length === 0 && <p className="engine-note">None yet</p>}
    </div>
  )
}

function ImageName({ image }: { image: DrawnImage }) {
  return (
    <>
      <b translate="no" title={image.names.join(', ')}>
        {image.name}
      </b>{' '}
      <span className="engine-soft">{formatBytes(image.sizeBytes)}</span>
    </>
  )
}
