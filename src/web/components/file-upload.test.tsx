import { expect, test } from 'vitest'
import { FileUpload } from './file-upload.tsx'
import { Form } from './form.tsx'
import { markupOf, publishedMarkup } from './published-markup.ts'

test.each([
  ['without heading', <FileUpload key="1" name="file-upload" label="Upload a file" />],
  [
    'with error message, without heading',
    <FileUpload
      key="2"
      name="file-upload"
      label="Upload a file"
      error="The selected file must be a JPG, BMP or TIF"
    />,
  ],
])('the file upload is the published one: %s', (name, element) => {
  expect(markupOf(element)).toBe(publishedMarkup('file-upload', name))
})

test('a form with files is sent in parts, so that the files come along', () => {
  const element = (
    <Form action="/file" idempotencyKey="key" hasFiles>
      <FileUpload name="file" label="File" />
    </Form>
  )
  expect(markupOf(element)).toContain('enctype="multipart/form-data"')
})
