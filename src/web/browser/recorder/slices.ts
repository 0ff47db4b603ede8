/** What has been recorded and not yet been sent, kept in the browser so that it outlives a crash of the page. */

export type Interrupted = {
  readonly recordingId: string
  /** The address of the recordings of its programme. */
  readonly base: string
  /** How much was recorded in all. */
  readonly pieces: number
  readonly bytes: number
}

export type Slice = {
  readonly recordingId: string
  readonly piece: number
  readonly bytes: ArrayBuffer
}

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open('turnabout-recorder', 1)
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('recordings', { keyPath: 'recordingId' })
      asked.result.createObjectStore('slices', { keyPath: ['recordingId', 'piece'] })
    }
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })

type Stores = { readonly recordings: IDBObjectStore; readonly slices: IDBObjectStore }

/** One transaction, which is kept once this resolves. */
const within = async <T>(
  mode: IDBTransactionMode,
  work: (stores: Stores) => IDBRequest<T>,
): Promise<T> => {
  const database = await open()
  return new Promise((resolve, reject) => {
    const tx = database.transaction(['recordings', 'slices'], mode)
    const asked = work({
      recordings: tx.objectStore('recordings'),
      slices: tx.objectStore('slices'),
    })
    tx.oncomplete = () => {
      database.close()
      resolve(asked.result)
    }
    tx.onabort = () => {
      database.close()
      reject(tx.error)
    }
  })
}

/** The slices of a recording, whatever their number. */
const allOf = (recordingId: string): IDBKeyRange =>
  IDBKeyRange.bound([recordingId, 0], [recordingId, Number.MAX_SAFE_INTEGER])

export const keepSlice = (recording: Interrupted, slice: Slice): Promise<unknown> =>
  within('readwrite', ({ recordings, slices }) => {
    slices.put(slice)
    return recordings.put(recording)
  })

export const dropSlice = ({ recordingId, piece }: Slice): Promise<unknown> =>
  within('readwrite', ({ slices }) => slices.delete([recordingId, piece]))

export const forget = (recordingId: string): Promise<unknown> =>
  within('readwrite', ({ recordings, slices }) => {
    slices.delete(allOf(recordingId))
    return recordings.delete(recordingId)
  })

export const listInterrupted = async (base: string): Promise<readonly Interrupted[]> => {
  const all = await within<Interrupted[]>('readonly', ({ recordings }) => recordings.getAll())
  return all.filter((recording) => recording.base === base)
}

export const listSlices = (recordingId: string): Promise<readonly Slice[]> =>
  within<Slice[]>('readonly', ({ slices }) => slices.getAll(allOf(recordingId)))
