import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, apiUrl, asProblem } from './request';
import type { UploadedFile } from './types/imports';

/** Sends a file as the raw body. XMLHttpRequest, because fetch cannot tell how much has gone up. */
export function uploadFile(file: File, onProgress: (share: number) => void): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const http = new XMLHttpRequest();
    http.open('POST', apiUrl('/imports/files'));
    http.setRequestHeader('X-Requested-With', 'cip');
    http.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    http.setRequestHeader('Content-Type', 'application/octet-stream');
    http.responseType = 'json';
    http.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    http.onerror = () => reject(ApiError.offline());
    http.onload = () =>
      http.status < 300
        ? resolve(http.response as UploadedFile)
        : reject(new ApiError(asProblem(http.response, http.status)));
    http.send(file);
  });
}

export function useUploadFile() {
  const [progress, setProgress] = useState(0);
  const mutation = useMutation({
    mutationFn: (file: File) => {
      setProgress(0);
      return uploadFile(file, setProgress);
    },
  });
  return { ...mutation, progress };
}
