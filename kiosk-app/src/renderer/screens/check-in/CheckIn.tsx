import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { ChevronRight, Keyboard as KeyboardIcon, QrCode } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { isWhole, typedCode } from '../../flow/appointment-code.ts';
import { BackButton } from '../../frame/BackButton.tsx';
import { Screen } from '../../frame/Screen.tsx';
import { useFlow, useParts } from '../../kiosk/kiosk-context.tsx';
import { CheckInTrouble, WithoutCode } from './CheckInTrouble.tsx';
import { CodeEntry } from './CodeEntry.tsx';
import { CodeScanner } from './CodeScanner.tsx';

/** The appointment's code, by keys on the screen or held to the camera as a QR code. */
export function CheckIn() {
  const say = useMessages();
  const { kiosk } = useParts();
  const { checkingIn } = useFlow();
  const [code, setCode] = useState('');
  const [isScanning, setIsScanning] = useState(false);
  const [isIncomplete, setIsIncomplete] = useState(false);

  const change = (text: string) => {
    setCode(typedCode(text));
    setIsIncomplete(false);
    kiosk.dispatch({ kind: 'check-in.edited' });
  };
  const submit = () => {
    if (isWhole(code)) void kiosk.queue.checkIn(code.replaceAll('-', ''));
    else setIsIncomplete(true);
  };
  const found = (scanned: string) => {
    setIsScanning(false);
    setCode(typedCode(scanned));
    void kiosk.queue.checkIn(scanned);
  };
  const scan = () => {
    kiosk.dispatch({ kind: 'check-in.edited' });
    setIsScanning(true);
  };
  return (
    <Screen
      name="check-in"
      question={say('checkIn.question')}
      lede={say('checkIn.lede')}
      info={checkingIn.state === 'failed' && <CheckInTrouble problem={checkingIn.problem} />}
      back={<BackButton onPress={() => void kiosk.back()} />}
      onward={
        !isScanning && (
          <Button
            variant="primary"
            iconEnd={ChevronRight}
            isPending={checkingIn.state === 'asking'}
            pendingLabel={say('checkIn.pending')}
            onPress={submit}
          >
            {say('continue')}
          </Button>
        )
      }
    >
      {checkingIn.state === 'failed' && <WithoutCode />}
      {isScanning ? (
        <>
          <CodeScanner onCode={found} />
          <Button isWide icon={KeyboardIcon} onPress={() => setIsScanning(false)}>
            {say('checkIn.type')}
          </Button>
        </>
      ) : (
        <CodeEntry
          value={code}
          error={isIncomplete ? say('checkIn.incomplete') : undefined}
          onChange={change}
          onSubmit={submit}
        >
          <Button isWide icon={QrCode} onPress={scan}>
            {say('checkIn.scan')}
          </Button>
        </CodeEntry>
      )}
    </Screen>
  );
}
