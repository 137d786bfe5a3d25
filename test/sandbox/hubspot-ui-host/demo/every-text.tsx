import {
  Accordion,
  Alert,
  AutoGrid,
  BarChart,
  Box,
  Button,
  ButtonRow,
  Card,
  Checkbox,
  CurrencyInput,
  DateInput,
  DescriptionList,
  DescriptionListItem,
  Dropdown,
  EmptyState,
  ErrorState,
  Flex,
  Form,
  Heading,
  Icon,
  Illustration,
  Image,
  Inline,
  Input,
  LineChart,
  Link,
  List,
  LoadingButton,
  LoadingSpinner,
  Modal,
  ModalBody,
  ModalFooter,
  MultiSelect,
  NumberInput,
  Panel,
  PanelBody,
  PanelFooter,
  ProgressBar,
  RadioButton,
  SearchInput,
  Select,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  StatusTag,
  StepIndicator,
  StepperInput,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Tabs,
  Tag,
  Text,
  TextArea,
  Tile,
  TimeInput,
  Toggle,
  ToggleGroup,
  Tooltip,
  hubspot,
  useExtensionActions,
  useExtensionContext,
} from '@hubspot/ui-extensions';
import { CrmActionButton, CrmPropertyList } from '@hubspot/ui-extensions/crm';

/** Somebody else's words in every place that takes words. */
function EveryText() {
  const { variables } = useExtensionContext<'crm.record.tab'>();
  const { addAlert } = useExtensionActions<'crm.record.tab'>();
  const words = String(variables?.['words'] ?? '');
  const input = { label: words, description: words, tooltip: words, placeholder: words, validationMessage: words };
  const { placeholder: _, ...field } = input;
  const options = [
    { label: words, value: 'a' },
    { label: 'other', value: 'b' },
  ];
  return (
    <Flex direction="column" gap="md">
      <Heading>{words}</Heading>
      <Heading inline>{words}</Heading>
      <Text>{words}</Text>
      <Text truncate={{ tooltipText: words }}>{words}</Text>
      <Text inline format={{ textTransform: 'uppercase' }}>
        {words}
      </Text>
      <Alert title={words} variant="danger">
        {words}
      </Alert>
      <Flex gap="sm" align="center">
        <Text>{words}</Text>
        <Tag variant="warning">{words}</Tag>
        <StatusTag showRemoveIcon>{words}</StatusTag>
        <Button>{words}</Button>
        <Link href="https://example.com/">{words}</Link>
      </Flex>
      <Inline gap="sm">
        <Tag onClick={() => undefined}>{words}</Tag>
        <Button truncate>{words}</Button>
        <LoadingButton loading>{words}</LoadingButton>
        <Dropdown buttonText={words}>
          <Dropdown.ButtonItem>{words}</Dropdown.ButtonItem>
        </Dropdown>
        <Image src="data:image/gif;base64,x" alt={words} />
        <Icon name="info" screenReaderText={words} />
      </Inline>
      <ButtonRow dropDownButtonOptions={{ text: words }}>
        <Button>{words}</Button>
        <Button>other</Button>
      </ButtonRow>
      <Button
        overlay={
          <Modal id="modal" title={words}>
            <ModalBody>
              <Text>{words}</Text>
            </ModalBody>
            <ModalFooter>
              <Button>{words}</Button>
            </ModalFooter>
          </Modal>
        }
      >
        Open modal
      </Button>
      <Button
        overlay={
          <Panel id="panel" title={words}>
            <PanelBody>
              <Text>{words}</Text>
            </PanelBody>
            <PanelFooter>
              <Text>{words}</Text>
            </PanelFooter>
          </Panel>
        }
      >
        Open panel
      </Button>
      <Button overlay={<Tooltip>{words}</Tooltip>}>Explained</Button>
      <Button onClick={() => addAlert({ title: words, message: words, type: 'danger' })}>Alert</Button>
      <AutoGrid columnWidth={300} flexible gap="sm">
        <Tile>{words}</Tile>
        <Card>{words}</Card>
        <Box>{words}</Box>
      </AutoGrid>
      <DescriptionList direction="row">
        <DescriptionListItem label={words}>
          <Text>{words}</Text>
        </DescriptionListItem>
      </DescriptionList>
      <List variant="inline-divided">
        <Text>{words}</Text>
        <Text>{words}</Text>
      </List>
      <Statistics>
        <StatisticsItem label={words} number={words}>
          <StatisticsTrend direction="increase" value={words} />
        </StatisticsItem>
      </Statistics>
      <ProgressBar title={words} value={3} valueDescription={words} showPercentage />
      <LoadingSpinner label={words} showLabel />
      <StepIndicator stepNames={[words, words]} />
      <Accordion title={words} defaultOpen>
        <Text>{words}</Text>
      </Accordion>
      <Tabs>
        <Tab tabId="a" title={words} tooltip={words}>
          <Text>{words}</Text>
        </Tab>
        <Tab tabId="b" title={words}>
          <Text>{words}</Text>
        </Tab>
      </Tabs>
      <Table paginated pageCount={2} onPageChange={() => undefined}>
        <TableHead>
          <TableRow>
            <TableHeader>{words}</TableHeader>
            <TableHeader sortDirection="none" onSortChange={() => undefined}>
              {words}
            </TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          <TableRow>
            <TableCell>{words}</TableCell>
            <TableCell width="min">{words}</TableCell>
          </TableRow>
        </TableBody>
        <TableFooter>
          <TableRow>
            <TableCell colSpan={2}>{words}</TableCell>
          </TableRow>
        </TableFooter>
      </Table>
      <Form>
        <Input name="input" {...input} error value={words} />
        <TextArea name="area" {...input} value={words} />
        <SearchInput name="search" {...input} value={words} />
        <NumberInput name="number" {...input} error />
        <CurrencyInput name="currency" {...input} currency="EUR" />
        <StepperInput name="stepper" {...input} max={1} value={1} maxValueReachedTooltip={words} />
        <DateInput name="date" {...field} todayButtonLabel={words} clearButtonLabel={words} />
        <TimeInput name="time" {...field} />
        <Select name="select" {...input} options={options} value="a" />
        <Select name="empty" {...input} options={options} />
        <MultiSelect name="multi" {...input} options={options} value={['a']} />
        <Checkbox description={words}>{words}</Checkbox>
        <RadioButton description={words}>{words}</RadioButton>
        <Toggle label={words} textChecked={words} textUnchecked={words} />
        <ToggleGroup
          name="group"
          toggleType="checkboxList"
          label={words}
          tooltip={words}
          validationMessage={words}
          error
          options={[{ label: words, value: 'a', description: words }]}
        />
      </Form>
      <EmptyState title={words}>
        <Text>{words}</Text>
      </EmptyState>
      <ErrorState title={words}>
        <Text>{words}</Text>
      </ErrorState>
      <Illustration name="leads" alt={words} width={60} height={60} />
      <BarChart
        data={[
          { key: words, value: 3, group: words },
          { key: 'other', value: 1, group: 'b' },
        ]}
        axes={{
          x: { field: 'key', fieldType: 'category', label: words },
          y: { field: 'value', fieldType: 'linear', label: words },
          options: { groupFieldByColor: 'group' },
        }}
        options={{ title: words, showLegend: true, showDataLabels: true, showTooltips: true }}
      />
      <LineChart
        data={[{ key: words, value: 3 }]}
        axes={{ x: { field: 'key', fieldType: 'category' }, y: { field: 'value', fieldType: 'linear', label: words } }}
      />
      <CrmPropertyList properties={['first', words.slice(0, 100)]} />
      <CrmActionButton actionType="ADD_NOTE" actionContext={{ objectTypeId: '0-1', objectId: 1 }}>
        {words}
      </CrmActionButton>
    </Flex>
  );
}

hubspot.extend<'crm.record.tab'>(() => <EveryText />);
