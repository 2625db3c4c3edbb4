import { z } from 'zod'
import {
  callerOf,
  findBucket,
  findObject,
  refuseGone,
  validName,
  type ObjectRow,
  type StorageContext,
} from './context'
import { sendObject } from './download'
import { checkDownload, checkUpload, signDownload, signUpload } from './signing'
import { objectNotFound } from './storageError'
import { probe, upload } from './upload'

const signRequest = z.object({ expiresIn: z.number().positive(), paths: z.array(z.string()).optional() })

/** POST /object/upload/sign/…: may the caller upload there? Then a token that says so for two hours. */
export async function grantUpload(context: StorageContext, request: Request, bucket: string, name: string) {
  const owner = await callerOf(request, context)
  const target = { bucket, name: validName(name), owner, upsert: request.headers.get('x-upsert') === 'true' }
  await findBucket(context, bucket)
  await probe(context, target)
  const token = await signUpload(context.keys, `${bucket}/${name}`, target)
  return Response.json({
    url: `/object/upload/sign/${bucket}/${name}?token=${token}`,
    token,
  })
}

/** PUT /object/upload/sign/…?token=…: the upload itself, in the name of whoever the token was made for. */
export async function uploadSigned(context: StorageContext, request: Request, bucket: string, name: string) {
  const token = new URL(request.url).searchParams.get('token')
  const grant = await checkUpload(context.keys, token, `${bucket}/${name}`)
  await refuseGone(grant.owner, context.isGone)
  return upload(context, request, { bucket, name, ...grant })
}

/** POST /object/sign/bucket/name or, with `paths`, /object/sign/bucket. */
export async function grantDownload(context: StorageContext, request: Request, bucket: string, name: string) {
  const caller = await callerOf(request, context)
  const { expiresIn, paths } = signRequest.parse(await request.json())
  await findBucket(context, bucket)
  const sign = async (path: string) => {
    if (!(await findObject(context, caller, bucket, path))) return null
    const url = `${bucket}/${path}`
    return `/object/sign/${url}?token=${await signDownload(context.keys, url, expiresIn)}`
  }
  if (name !== '') {
    const signedURL = await sign(name)
    if (signedURL === null) throw objectNotFound()
    return Response.json({ signedURL })
  }
  const missing = 'Either the object does not exist or you do not have access to it'
  const answers = []
  for (const path of paths ?? []) {
    const signedURL = await sign(path)
    answers.push({ error: signedURL === null ? missing : null, path, signedURL })
  }
  return Response.json(answers)
}

/** GET /object/sign/…?token=…: for everybody who has the link. */
export async function sendSigned(context: StorageContext, request: Request, bucket: string, name: string) {
  await checkDownload(context.keys, new URL(request.url).searchParams.get('token'), `${bucket}/${name}`)
  return sendAny(context, request, bucket, name)
}

/** GET /object/public/…: for everybody, from public buckets. */
export async function sendPublic(context: StorageContext, request: Request, bucket: string, name: string) {
  if (!(await findBucket(context, bucket)).public) throw objectNotFound()
  return sendAny(context, request, bucket, name)
}

async function sendAny(context: StorageContext, request: Request, bucket: string, name: string) {
  const [row] = await context.database.query<ObjectRow>(
    'select * from storage.objects where bucket_id = $1 and name = $2',
    [bucket, name],
  )
  if (!row) throw objectNotFound()
  return sendObject(context, request, row)
}
